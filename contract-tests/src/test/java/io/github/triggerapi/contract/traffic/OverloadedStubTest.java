package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A resource that overrides an older overload of an operation still serves it, on Jersey. */
@Tag("independent")
class OverloadedStubTest {

    /** Silences start and stop. The reference keeps the logger from being collected with its level. */
    private static final Logger GLASSFISH = Logger.getLogger("org.glassfish");

    static {
        GLASSFISH.setLevel(Level.OFF);
    }

    /** As in the generated stubs. */
    @Path("/")
    public interface ThingsApi {
        @GET
        @Path("things/{id}")
        default String getThing(@PathParam("id") String id, @BeanParam GetThingParameters parameters) {
            return getThing(id);
        }

        default String getThing(String id) {
            throw new ServerErrorException("get_thing is not implemented", 501);
        }

        @GET
        @Path("others")
        default String getOthers() {
            throw new ServerErrorException("get_others is not implemented", 501);
        }
    }

    public static final class GetThingParameters {
        @QueryParam("limit")
        private Integer limit;
    }

    static final class Older implements ThingsApi {
        @Override
        public String getThing(String id) {
            return "older " + id;
        }
    }

    static final class Newer implements ThingsApi {
        @Override
        public String getThing(String id, GetThingParameters parameters) {
            return "newer " + id + " " + parameters.limit;
        }
    }

    @Test
    void callsTheOverriddenOverload() throws IOException, InterruptedException {
        assertThat(response(new Older(), "things/a?limit=5")).isEqualTo("200 older a");
        assertThat(response(new Newer(), "things/a?limit=5")).isEqualTo("200 newer a 5");
        assertThat(response(new ThingsApi() {}, "things/a")).startsWith("501 ");
        assertThat(response(new Older(), "others")).startsWith("501 ");
    }

    private static String response(Object resource, String path) throws IOException, InterruptedException {
        HttpServer server = GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:0/"), new ResourceConfig().register(resource));
        try {
            int port = server.getListener("grizzly").getPort();
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } finally {
            server.shutdownNow();
        }
    }
}
