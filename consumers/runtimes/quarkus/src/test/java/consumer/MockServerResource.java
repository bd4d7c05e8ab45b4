package consumer;

import io.github.triggerapi.mock.MockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A mock server for the tests of an application, whose property {@code trigger.api-url} is its URL. */
public class MockServerResource implements QuarkusTestResourceLifecycleManager {

    private MockServer mock;

    @Override
    public Map<String, String> start() {
        mock = MockServer.builder().port(0).start();
        return Map.of("trigger.api-url", mock.url().toString());
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(mock, new TestInjector.MatchesType(MockServer.class));
    }

    @Override
    public void stop() {
        mock.close();
    }
}
