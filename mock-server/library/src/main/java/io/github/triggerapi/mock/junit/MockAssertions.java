package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a mock server received. They throw an {@link AssertionError} that says what was expected and lists
 * the runs and the rejected requests, so they work with any test framework. {@code assertThat} can be imported beside
 * that of AssertJ.
 *
 * <pre>{@code
 * Run run = assertThat(mock).triggered("ship-order").withTag("vip").withPayload(Map.of("id", 1)).once();
 * }</pre>
 */
public final class MockAssertions {
    private MockAssertions() {}

    /** Begins an assertion on a server, which may be closed. */
    @CheckReturnValue
    public static MockServerAssert assertThat(MockServer server) {
        return new MockServerAssert(server, MockServerAssert.DEFAULT_IDLE_TIMEOUT);
    }

    /**
     * Ends a test, for test frameworks other than JUnit Jupiter: {@link MockServerExtension} does the same.
     *
     * @param failure why the test failed, null if it passed. It gets a suppressed exception that lists the runs, and the
     *     requests that were rejected or got a fault
     * @throws AssertionError if the test passed, but began an assertion that it did not end, because nothing was checked
     */
    public static void endTest(MockServer server, @Nullable Throwable failure) {
        try {
            UnfinishedAssertions.check(server);
        } catch (AssertionError unfinished) {
            if (failure == null) {
                throw unfinished;
            }
        }
        if (failure != null) {
            failure.addSuppressed(new RequestSummary(server));
        }
    }
}
