package io.github.triggerapi.client.internal.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the calls of a client share.
 *
 * @param closed whether the client is closed
 * @param executor runs the callbacks of calls that time out before they have a thread
 */
record CallContext(AtomicBoolean closed, Executor executor, CallReporter reporter, InterruptWatcher interruptWatcher) {

    /** @throws IllegalStateException if the client is closed */
    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The client is closed");
        }
    }
}
