package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JerseyTest extends RequestsTest {

    private static HttpServer server;

    @BeforeAll
    static void start() {
        ResourceConfig config = new ResourceConfig(Gateway.class, Reports.class)
                .register(new TriggerApiFeature(key -> key.equals("tr_dev_1234")));
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config);
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + server.getListener("grizzly").getPort();
    }
}
