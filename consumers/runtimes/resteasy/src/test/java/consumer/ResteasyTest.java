package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ResteasyTest extends RequestsTest {

    private static SeBootstrap.Instance server;

    public static final class Api extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Gateway.class, Reports.class);
        }

        @Override
        public Set<Object> getSingletons() {
            return Set.of(new TriggerApiFeature(key -> key.equals("tr_dev_1234")));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        SeBootstrap.Configuration configuration = SeBootstrap.Configuration.builder()
                .host("127.0.0.1")
                .port(SeBootstrap.Configuration.FREE_PORT)
                .build();
        server = SeBootstrap.start(new Api(), configuration).toCompletableFuture().get();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    String url() {
        return "http://127.0.0.1:" + server.configuration().port();
    }
}
