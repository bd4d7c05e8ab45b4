package io.github.triggerapi.mock.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes that use the extension. */
final class ExtensionRunner {
    private ExtensionRunner() {}

    static EngineExecutionResults run(Class<?> tests, String... parameters) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests));
        for (int i = 0; i < parameters.length; i += 2) {
            kit.configurationParameter(parameters[i], parameters[i + 1]);
        }
        return kit.execute();
    }

    /** Returns the failures of tests and of containers. */
    static List<Throwable> failures(Class<?> tests) {
        return failures(run(tests).allEvents());
    }

    static List<Throwable> failures(Events events) {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        events.finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .forEach(result -> result.getThrowable().ifPresent(failures::add));
        return failures;
    }
}
