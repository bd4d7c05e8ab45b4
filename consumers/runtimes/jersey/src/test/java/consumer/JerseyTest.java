package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import java.net.URI;
import java.util.function.Predicate;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JerseyTest extends RequestsTest {

    private static HttpServer server;

    @BeforeAll
    static void start() {
        server = start(key -> key.equals("tr_dev_1234"), Gateway.class, Reports.class);
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
