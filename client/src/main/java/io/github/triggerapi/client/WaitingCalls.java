package io.github.triggerapi.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import retrofit2.Call;

/**
 * The calls that threads of the application wait for. An interrupt does not end a blocking read from a socket, but
 * cancelling the call does, so {@link #cancelInterrupted} is called several times a second while there are any.
 */
final class WaitingCalls {

    private final Set<WaitingCall> calls = ConcurrentHashMap.newKeySet();

    /** Adds a call that the current thread is about to execute. */
    WaitingCall add(Call<?> call) {
        WaitingCall waiting = new WaitingCall(call, Thread.currentThread());
        calls.add(waiting);
        return waiting;
    }

    void remove(WaitingCall waiting) {
        calls.remove(waiting);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Cancels the calls whose threads have been interrupted. */
    void cancelInterrupted() {
        for (WaitingCall waiting : calls) {
            if (waiting.thread.isInterrupted()) {
                waiting.call.cancel();
            }
        }
    }

    /** A call and the thread that waits for it. */
    record WaitingCall(Call<?> call, Thread thread) {}
}
