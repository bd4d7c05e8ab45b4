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
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The feature on Jersey. The projects in {@code consumers/runtimes} send more requests to more runtimes. */
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
        @DocumentedResponse(status = "2XX", body = String.class)
        default String readThing(@PathParam("id") String id) {
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

        @Override
        public String readThing(String id) {
            return "thing " + id;
        }
    }

    /** Extends a resource, as classes that containers create. */
    public static final class Subclass extends Things {}

    private static HttpServer checked;
    private static HttpServer open;

    @BeforeAll
    static void start() {
        assumeTrue(
                SecuritySchemes.all().contains(new SecurityScheme.Bearer("secretKey")),
                "the spec has no bearer token with this name");
        checked = jersey(new TriggerApiFeature(key -> key.equals("tr_dev_1234")));
        open = jersey(TriggerApiFeature.withoutKeyCheck());
    }

    @AfterAll
    static void stop() {
        Stream.of(checked, open).filter(Objects::nonNull).forEach(HttpServer::shutdownNow);
    }

    private static HttpServer jersey(TriggerApiFeature feature) {
        ResourceConfig config = new ResourceConfig(Subclass.class)
                .property("jersey.config.server.wadl.disableWadl", true)
                .register(feature);
        return GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    }

    /** Returns status, media type and body of the response. */
    private static String send(HttpServer server, String method, String path, String authorization, String body)
            throws Exception {
        int port = server.getListener("grizzly").getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        return response.statusCode() + " "
                + response.headers().firstValue("Content-Type").orElse("") + " " + response.body();
    }

    @Test
    void requiresKeysOfImplementedAndOtherOperations() throws Exception {
        String refused = "401 application/json {\"error\":\"Invalid or missing API key\"}";

        assertThat(send(checked, "POST", "/things/a", "Bearer other", "{}")).isEqualTo(refused);
        assertThat(send(checked, "POST", "/things/a", "none", "{")).isEqualTo(refused);
        assertThat(send(checked, "PUT", "/things/a", "none", "{}")).isEqualTo(refused);
        assertThat(send(checked, "POST", "/things/a", KEY, "{\"a\":1.50}"))
                .isEqualTo("201 application/json {\"a\":1.50}");
    }

    @Test
    void answersWithDocumentedErrors() throws Exception {
        assertThat(send(checked, "POST", "/things/a", KEY, "{"))
                .isEqualTo("400 application/json {\"error\":\"Invalid JSON at line 1\"}");
        assertThat(send(checked, "POST", "/things/paused", KEY, "{}"))
                .isEqualTo("409 application/json {\"error\":\"The thing is paused\"}");
        assertThat(send(checked, "POST", "/things/bug", KEY, "{}"))
                .isEqualTo("500 application/json {\"error\":\"Internal Server Error\"}");
        assertThat(send(checked, "PUT", "/things/a", KEY, "{}"))
                .isEqualTo("501 application/json {\"error\":\"replace_thing is not implemented\"}");
        assertThat(send(checked, "POST", "/others", KEY, "{}"))
                .startsWith("404 application/")
                .endsWith("}");
        assertThat(send(checked, "DELETE", "/things/a", KEY, ""))
                .startsWith("405 application/")
                .endsWith("}");
    }

    @Test
    void writesStringsWithQuotes() throws Exception {
        assertThat(send(checked, "GET", "/things/a", "none", "")).isEqualTo("200 application/json \"thing a\"");
    }

    @Test
    void requiresNoKeyWithoutACheck() throws Exception {
        assertThat(send(open, "POST", "/things/a", "none", "{}")).isEqualTo("201 application/json {}");
    }
}
