package io.github.triggerapi.client;

/**
 * Hears of each call when it has ended, as for a counter or a timer. It runs in the thread of the call, or in another
 * of the client's, so it should be quick; what it throws is logged and goes no further.
 */
@FunctionalInterface
public interface CallObserver {

    /** A call has ended, with an answer or without. */
    void callEnded(CallSummary call);
}
