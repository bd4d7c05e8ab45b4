package io.github.triggerapi.mock.junit;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.triggerapi.mock.MockServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Runs tests that fail, and checks what is reported. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MockServerExtensionFailureTest {
    private static final String NOTHING =
            "Nothing was triggered. No request was received: a call of the client is sent by send() or sendAsync().";

    @ExtendWith(MockServerExtension.class)
    static class Fails {
        static MockServer seen;

        @Test
        void one(MockServer mock) throws InterruptedException {
            seen = mock;
            mock.task("broken").handle(run -> {
                throw new IllegalStateException("out of paper");
            });
            TriggeringClient client = new TriggeringClient(mock);
            client.trigger("ship", "{\"payload\": 1}");
            client.trigger("broken", "{}");
            client.trigger("ship", "{");
            mock.awaitIdle(Duration.ofSeconds(20));
            fail("it is so");
        }
    }

    @Test
    void aFailureListsRunsAndRequests() {
        EngineExecutionResults results = ExtensionRunner.run(Fails.class);
        String arrived = """
                These were triggered:
                - ship COMPLETED, queue task/ship, payload 1
                - broken FAILED, queue task/broken, payload none, error out of paper
                These were rejected or got a fault:
                - POST /api/v1/tasks/ship/trigger 400 REJECTED: Invalid JSON at line 1, column 2""";
        List<Throwable> failures = ExtensionRunner.failures(results.allEvents());
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0)).hasMessage("it is so");
        assertThat(failures.get(0).getSuppressed())
                .singleElement()
                .satisfies(told -> assertThat(told).hasToString(RequestSummary.class.getName() + ": " + arrived));
        assertThat(entries(results)).containsExactly(arrived);
        isClosed(Fails.seen);
    }

    @ExtendWith(MockServerExtension.class)
    static class FailsAfterwards {
        @Test
        void one(MockServer mock) {}

        @AfterEach
        void after() {
            fail("late");
        }
    }

    @Test
    void aFailureReportsThatNothingWasTriggered() {
        assertThat(entries(ExtensionRunner.run(FailsAfterwards.class))).containsExactly(NOTHING);
    }

    @ExtendWith(MockServerExtension.class)
    static class NothingToTell {
        @Test
        void aborted(MockServer mock) {
            abort("not here");
        }

        @Test
        void withoutServer() {
            fail("not its fault");
        }

        @Test
        void fine(MockServer mock) {
            new TriggeringClient(mock).trigger("ship", "{}");
        }
    }

    @Test
    void nothingIsReportedWithoutAFailure() {
        EngineExecutionResults results = ExtensionRunner.run(NothingToTell.class);
        results.testEvents().assertStatistics(all -> all.succeeded(1).aborted(1).failed(1));
        assertThat(entries(results)).isEmpty();
        assertThat(ExtensionRunner.failures(results.allEvents()))
                .allMatch(thrown -> thrown.getSuppressed().length == 0);
    }

    static class ClosesBadly {
        static MockServer seen;

        @RegisterExtension
        static final MockServerExtension MOCK = MockServerExtension.builder()
                .parameter(AutoCloseable.class, mock -> () -> {
                    throw new IllegalStateException("stuck");
                })
                .build();

        @Test
        void one(AutoCloseable client, MockServer mock) {
            seen = mock;
        }
    }

    static class FailsAndClosesBadly extends ClosesBadly {
        @Override
        void one(AutoCloseable client, MockServer mock) {}

        @Test
        void two(AutoCloseable client) {
            fail("first");
        }
    }

    @Test
    void theServerIsClosedEvenIfAClientCannotBe() {
        assertThat(ExtensionRunner.failures(ClosesBadly.class)).singleElement().satisfies(thrown -> {
            assertThat(thrown).hasMessage("Could not close what was made for the mock server");
            assertThat(thrown.getSuppressed())
                    .singleElement()
                    .satisfies(why -> assertThat(why).hasMessage("stuck"));
        });
        isClosed(ClosesBadly.seen);
        assertThat(ExtensionRunner.failures(FailsAndClosesBadly.class))
                .singleElement()
                .satisfies(thrown -> {
                    assertThat(thrown).hasMessage("first");
                    assertThat(thrown.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("Could not close what was made for the mock server", NOTHING);
                });
    }

    @ExtendWith(MockServerExtension.class)
    static class ChecksNothing {
        @Test
        void doesNotEndTheAssertion(MockServer mock) {
            RunsAssert unfinished = assertThat(mock).triggered("ship").withTag("a");
            assertThat(mock).triggered("ship").never();
        }
    }

    @ExtendWith(MockServerExtension.class)
    static class ChecksNothingForAll {
        @BeforeAll
        static void all(MockServer mock) {}

        @Nested
        class Inside {
            @Test
            void doesNotEndTheAssertion(MockServer mock) {
                RunsAssert unfinished = assertThat(mock).triggered("ship").withTag("a");
            }
        }
    }

    @Test
    void anUnusedAssertionFails() {
        for (Class<?> tests : List.of(ChecksNothing.class, ChecksNothingForAll.class)) {
            assertThat(ExtensionRunner.failures(tests))
                    .singleElement()
                    .satisfies(thrown -> assertThat(thrown)
                            .hasMessage(
                                    "triggered(\"ship\") checks nothing without an end: once(), times(n), atLeast(n) or never()")
                            .satisfies(it -> assertThat(it.getStackTrace())
                                    .anyMatch(line -> line.getMethodName().equals("doesNotEndTheAssertion"))));
        }
    }

    @ExtendWith(MockServerExtension.class)
    static class Constructed {
        Constructed(MockServer mock) {}

        @Test
        void one() {}
    }

    @Test
    void constructorsGetNoServer() {
        assertThat(ExtensionRunner.failures(Constructed.class))
                .singleElement()
                .satisfies(thrown -> assertThat(thrown)
                        .hasMessage(
                                "A constructor cannot have a MockServer, as each test has its own: it can be a parameter of a"
                                        + " test, or of a method with @BeforeEach"));
        ExtensionRunner.run(
                        Constructed.class,
                        "junit.jupiter.extensions.testinstantiation.extensioncontextscope.default",
                        "test_method")
                .testEvents()
                .assertStatistics(all -> all.succeeded(1));
    }

    private static List<String> entries(EngineExecutionResults results) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("mock server"))
                .toList();
    }

    private static void isClosed(MockServer mock) {
        assertThatThrownBy(() -> new TriggeringClient(mock).trigger("x", "{}"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
