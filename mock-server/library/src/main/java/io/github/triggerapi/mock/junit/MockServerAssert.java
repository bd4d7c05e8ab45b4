package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a server. They first wait until it is idle, as {@link MockServer#awaitIdle} does, so that the results
 * of handlers are known. They fail if that takes longer than {@link #DEFAULT_IDLE_TIMEOUT} or another given time.
 */
public final class MockServerAssert {
    /** The default maximum wait until the server is idle: 10 seconds. */
    public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(10);

    private final MockServer server;
    private final @Nullable Duration idleTimeout;

    MockServerAssert(MockServer server, @Nullable Duration idleTimeout) {
        this.server = server;
        this.idleTimeout = idleTimeout;
    }

    /**
     * Returns the same assertion with another maximum wait until the server is idle.
     *
     * @param timeout 0 or more, in real time
     */
    @CheckReturnValue
    public MockServerAssert idleWithin(Duration timeout) {
        return new MockServerAssert(server, timeout);
    }

    /** Returns the same assertion without a wait, for runs that are still executing. */
    @CheckReturnValue
    public MockServerAssert withoutWaiting() {
        return new MockServerAssert(server, null);
    }

    /** Begins an assertion on the runs of a task, which must end with a method such as {@link RunsAssert#once()}. */
    @CheckReturnValue
    public RunsAssert triggered(String task) {
        return new RunsAssert(this, task);
    }

    /** Checks that there are no runs. */
    public void nothingTriggered() {
        List<Run> runs = runs();
        if (!runs.isEmpty()) {
            throw new AssertionError(
                    "Expected that nothing was triggered, but these were:" + Descriptions.list(runs, Descriptions::of));
        }
    }

    MockServer server() {
        return server;
    }

    /** Returns the runs once the server is idle. */
    List<Run> runs() {
        if (idleTimeout != null) {
            try {
                server.awaitIdle(idleTimeout);
            } catch (IllegalStateException e) {
                throw new AssertionError(e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted before the mock server was idle", e);
            }
        }
        return server.runs();
    }
}
