package consumer;

import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ResteasyTest extends RequestsTest {

    private static SeBootstrap.Instance server;

    /** An application with a class of resources or more. */
    private static final class Api extends Application {
        private final Predicate<String> keys;
        private final Set<Class<?>> resources;

        Api(Predicate<String> keys, Class<?>... resources) {
            this.keys = keys;
            this.resources = Set.of(resources);
        }

        @Override
        public Set<Class<?>> getClasses() {
            return resources;
        }

        @Override
        public Set<Object> getSingletons() {
            return Set.of(new TriggerApiFeature(keys));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = start(key -> key.equals("tr_dev_1234"), Gateway.class, Reports.class);
    }

    static SeBootstrap.Instance start(Predicate<String> keys, Class<?>... resources) throws Exception {
        SeBootstrap.Configuration configuration = SeBootstrap.Configuration.builder()
                .host("127.0.0.1")
                .port(SeBootstrap.Configuration.FREE_PORT)
                .build();
        return SeBootstrap.start(new Api(keys, resources), configuration)
                .toCompletableFuture()
                .get();
    }

    static String url(SeBootstrap.Instance server) {
        return "http://127.0.0.1:" + server.configuration().port();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Override
    String url() {
        return url(server);
    }
}
