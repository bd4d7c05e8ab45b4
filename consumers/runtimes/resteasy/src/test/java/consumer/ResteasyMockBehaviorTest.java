package consumer;

import jakarta.ws.rs.SeBootstrap;

class ResteasyMockBehaviorTest extends MockBehaviorTest {

    @Override
    Runtime start() throws Exception {
        SeBootstrap.Instance server = ResteasyTest.start(MockBehaviorTest::isSecretKey, MockTasks.class);
        return new Runtime(ResteasyTest.url(server), server::stop);
    }
}
