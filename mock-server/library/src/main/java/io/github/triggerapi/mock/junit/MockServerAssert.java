package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a server. They first wait until it is idle, as {@link MockServer#awaitIdle} does: what handlers make of
 * the runs is certain then. They fail if that takes more than {@link #DEFAULT_IDLE_TIMEOUT} or what is said instead.
 */
public final class MockServerAssert {
    /** How long to wait until the server is idle unless told otherwise: 10 seconds. */
    public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(10);

    private final MockServer server;
    private final @Nullable Duration idleTimeout;

    MockServerAssert(MockServer server, @Nullable Duration idleTimeout) {
        this.server = server;
        this.idleTimeout = idleTimeout;
    }

    /**
     * The same with another time to wait until the server is idle.
     *
     * @param timeout 0 or more, in real time
     */
    @CheckReturnValue
    public MockServerAssert idleWithin(Duration timeout) {
        return new MockServerAssert(server, timeout);
    }

    /** The same without waiting, for runs that are at work at the time. */
    @CheckReturnValue
    public MockServerAssert withoutWaiting() {
        return new MockServerAssert(server, null);
    }

    /** Begins an assertion on the runs of a task, which needs an end such as {@link RunsAssert#once()}. */
    @CheckReturnValue
    public RunsAssert triggered(String task) {
        return new RunsAssert(this, task);
    }

    /** Ends the assertion: there are no runs. */
    public void nothingTriggered() {
        List<Run> runs = runs();
        if (!runs.isEmpty()) {
            throw new AssertionError(
                    "Expected that nothing was triggered, but there is" + Descriptions.list(runs, Descriptions::of));
        }
    }

    MockServer server() {
        return server;
    }

    /** The runs once the server is idle. */
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
