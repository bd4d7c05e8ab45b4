package consumer;

import io.helidon.microprofile.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HelidonTest extends RequestsTest {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.builder().host("127.0.0.1").port(0).build().start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + server.port();
    }
}
