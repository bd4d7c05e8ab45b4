package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Predicate;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JerseyTest extends RequestsTest {

    private static HttpServer server;

    /** A class of the application that JSON-B writes. */
    public static class Price {
        @JsonbProperty("of-json-b")
        public int amount = 7;
    }

    @Path("/prices")
    public static class Prices {
        @GET
        @Produces("application/json")
        public Price price() {
            return new Price();
        }
    }

    @Test
    void jsonBWritesOtherClasses() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/prices")).build();
        assertEquals(
                "{\"of-json-b\":7}",
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }

    @BeforeAll
    static void start() {
        server = start(key -> key.equals("tr_dev_1234"), Gateway.class, Reports.class, Prices.class);
    }

    static HttpServer start(Predicate<String> keys, Class<?>... resources) {
        ResourceConfig config = new ResourceConfig(resources).register(new TriggerApiFeature(keys));
        return GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    }

    static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getListener("grizzly").getPort();
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @Override
    String url() {
        return url(server);
    }
}
