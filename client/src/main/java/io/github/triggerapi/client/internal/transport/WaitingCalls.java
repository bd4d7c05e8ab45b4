package io.github.triggerapi.client.internal.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import retrofit2.Call;

/**
 * The calls that threads of the application wait for. An interrupt does not end a blocking read from a socket, but
 * cancelling the call does, so {@link #cancelInterrupted} is called several times a second while there are any.
 */
public final class WaitingCalls {

    private final Set<WaitingCall> calls = ConcurrentHashMap.newKeySet();

    /** Adds a call that the current thread is about to execute. */
    public WaitingCall add(Call<?> call) {
        WaitingCall waiting = new WaitingCall(call, Thread.currentThread(), new AtomicBoolean());
        calls.add(waiting);
        return waiting;
    }

    void remove(WaitingCall waiting) {
        calls.remove(waiting);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Cancels the calls whose threads have been interrupted, each once, and returns at once. */
    void cancelInterrupted() {
        for (WaitingCall waiting : calls) {
            if (waiting.thread.isInterrupted() && waiting.cancelled.compareAndSet(false, true)) {
                cancel(waiting);
            }
        }
    }

    /**
     * Cancels a call in a thread of its own: {@code cancel} waits while the call builds its request, which runs code of the
     * application.
     */
    private static void cancel(WaitingCall waiting) {
        Thread thread = new Thread(waiting.call::cancel, "trigger-api-client");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // There is no thread now, but may be when this is called again.
            waiting.cancelled.set(false);
        }
    }

    /**
     * A call and the thread that waits for it.
     *
     * @param cancelled whether an interrupt of the thread has cancelled the call
     */
    record WaitingCall(Call<?> call, Thread thread, AtomicBoolean cancelled) {}
}
