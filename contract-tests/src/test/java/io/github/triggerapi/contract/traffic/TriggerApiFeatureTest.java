package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.api.SecurityScheme;
import io.github.triggerapi.server.api.SecuritySchemes;
import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServerErrorException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The feature answers requests in the same way on Jersey and on RESTEasy. The projects in {@code consumers/runtimes} show it of
 * more requests, on more runtimes.
 */
class TriggerApiFeatureTest {

    private static final String KEY = "Bearer tr_dev_1234";

    /** Silences start and stop. The reference keeps the logger from being collected with its level. */
    private static final Logger GLASSFISH = Logger.getLogger("org.glassfish");

    private static final Logger ERRORS = Logger.getLogger("io.github.triggerapi.server.runtime.ErrorMappers");

    static {
        GLASSFISH.setLevel(Level.OFF);
        ERRORS.setLevel(Level.OFF);
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** As in the generated stubs. */
    @Path("/")
    public interface ThingsApi {
        @POST
        @Path("things/{id}")
        @Consumes("application/json")
        @Produces("application/json")
        @Secured("secretKey")
        @DocumentedResponse(status = "201", body = JsonNode.class)
        @DocumentedResponse(status = "4XX", body = JsonNode.class)
        @DocumentedResponse(status = "500", body = JsonNode.class)
        default JsonNode createThing(@PathParam("id") String id, JsonNode body) {
            throw new ServerErrorException("create_thing is not implemented", 501);
        }

        @PUT
        @Path("things/{id}")
        @Consumes("application/json")
        @Produces("application/json")
        @Secured("secretKey")
        @DocumentedResponse(status = "default", body = JsonNode.class)
        default JsonNode replaceThing(@PathParam("id") String id, JsonNode body) {
            throw new ServerErrorException("replace_thing is not implemented", 501);
        }

        @GET
        @Path("things/{id}")
        @Produces("application/json")
        @DocumentedResponse(status = "200", body = JsonNode.class)
        default JsonNode readThing(@PathParam("id") String id) {
            throw new ServerErrorException("read_thing is not implemented", 501);
        }
    }

    /** Repeats no annotation, as resources do. */
    public static class Things implements ThingsApi {
        @Override
        public JsonNode createThing(String id, JsonNode body) {
            return switch (id) {
                case "bug" -> throw new IllegalStateException("a detail that is not for callers");
                case "paused" -> throw new ClientErrorException("The thing is paused", 409);
                default -> body;
            };
        }
    }

    /** Extends a resource, as classes that containers create. */
    public static final class Subclass extends Things {}

    /** Sends requests to a runtime. */
    private interface Runtime {
        /** Returns status, media type and body of the response. */
        String send(String method, String path, String authorization, String body) throws Exception;
    }

    private static HttpServer checked;
    private static HttpServer open;

    @BeforeAll
    static void start() {
        assumeTrue(
                SecuritySchemes.all().contains(new SecurityScheme.Bearer("secretKey")),
                "the spec has no bearer token with this name");
        checked = jersey(check());
        open = jersey(TriggerApiFeature.withoutKeyCheck());
    }

    @AfterAll
    static void stop() {
        Stream.of(checked, open).filter(Objects::nonNull).forEach(HttpServer::shutdownNow);
    }

    private static TriggerApiFeature check() {
        return new TriggerApiFeature(key -> key.equals("tr_dev_1234"));
    }

    static Stream<Runtime> runtimes() {
        return Stream.of(jersey(checked), resteasy(check()));
    }

    private static HttpServer jersey(TriggerApiFeature feature) {
        ResourceConfig config = new ResourceConfig(Subclass.class)
                .property("jersey.config.server.wadl.disableWadl", true)
                .register(feature);
        return GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    }

    private static Runtime jersey(HttpServer server) {
        int port = server.getListener("grizzly").getPort();
        return (method, path, authorization, body) -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, BodyPublishers.ofString(body))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .build();
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode() + " "
                    + response.headers().firstValue("Content-Type").orElse("") + " " + response.body();
        };
    }

    private static Runtime resteasy(TriggerApiFeature feature) {
        ResteasyProviderFactory providers = ResteasyProviderFactory.newInstance();
        providers.register(feature);
        SynchronousDispatcher dispatcher = new SynchronousDispatcher(providers);
        dispatcher.getRegistry().addPerRequestResource(Subclass.class);
        return (method, path, authorization, body) -> {
            MockHttpRequest request = MockHttpRequest.create(method, path)
                    .header("Authorization", authorization)
                    .contentType("application/json")
                    .content(body.getBytes(StandardCharsets.UTF_8));
            MockHttpResponse response = new MockHttpResponse();
            dispatcher.invoke(request, response);
            return response.getStatus() + " " + response.getOutputHeaders().getFirst("Content-Type") + " "
                    + response.getContentAsString();
        };
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void requiresKeysOfImplementedAndOtherOperations(Runtime runtime) throws Exception {
        String refused = "401 application/json {\"error\":\"Invalid or missing API key\"}";

        assertThat(runtime.send("POST", "/things/a", "Bearer other", "{}")).isEqualTo(refused);
        assertThat(runtime.send("POST", "/things/a", "none", "{")).isEqualTo(refused);
        assertThat(runtime.send("PUT", "/things/a", "none", "{}")).isEqualTo(refused);
        assertThat(runtime.send("POST", "/things/a", KEY, "{\"a\":1.50}"))
                .isEqualTo("201 application/json {\"a\":1.50}");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void answersWithDocumentedErrors(Runtime runtime) throws Exception {
        assertThat(runtime.send("POST", "/things/a", KEY, "{"))
                .isEqualTo("400 application/json {\"error\":\"Invalid JSON at line 1\"}");
        assertThat(runtime.send("POST", "/things/paused", KEY, "{}"))
                .isEqualTo("409 application/json {\"error\":\"The thing is paused\"}");
        assertThat(runtime.send("POST", "/things/bug", KEY, "{}"))
                .isEqualTo("500 application/json {\"error\":\"Internal Server Error\"}");
        assertThat(runtime.send("PUT", "/things/a", KEY, "{}"))
                .isEqualTo("501 application/json {\"error\":\"replace_thing is not implemented\"}");
        assertThat(runtime.send("POST", "/others", KEY, "{}"))
                .startsWith("404 application/")
                .endsWith("}");
        assertThat(runtime.send("DELETE", "/things/a", KEY, ""))
                .startsWith("405 application/")
                .endsWith("}");
    }

    @Test
    void requiresNoKeyWithoutACheck() throws Exception {
        for (Runtime runtime : List.of(jersey(open), resteasy(TriggerApiFeature.withoutKeyCheck()))) {
            assertThat(runtime.send("POST", "/things/a", "none", "{}")).isEqualTo("201 application/json {}");
        }
    }
}
