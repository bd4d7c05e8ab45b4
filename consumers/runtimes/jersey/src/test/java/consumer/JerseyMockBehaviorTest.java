package consumer;

import org.glassfish.grizzly.http.server.HttpServer;

class JerseyMockBehaviorTest extends MockBehaviorTest {

    @Override
    Runtime start() {
        HttpServer server = JerseyTest.start(MockBehaviorTest::isSecretKey, MockTasks.class);
        return new Runtime(JerseyTest.url(server), server::shutdownNow);
    }
}
