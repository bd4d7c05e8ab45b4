package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.retry.Sleeper;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the calls of a client share.
 *
 * @param closed whether the client is closed
 * @param executor runs the callbacks of calls that time out before they have a thread, and sends calls after a delay
 * @param clock measures the delays between attempts, and between the requests of a wait
 * @param sleeper waits for them
 */
record CallContext(
        AtomicBoolean closed,
        Executor executor,
        CallReporter reporter,
        InterruptWatcher interruptWatcher,
        Clock clock,
        Sleeper sleeper) {

    /** @throws IllegalStateException if the client is closed */
    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The client is closed");
        }
    }
}
