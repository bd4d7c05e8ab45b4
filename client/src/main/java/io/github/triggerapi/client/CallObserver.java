package io.github.triggerapi.client;

/**
 * Observes calls, for example to measure them. It runs in the thread of the call or another thread of the client, and
 * should return quickly. What it throws is logged and has no other effect.
 */
@FunctionalInterface
public interface CallObserver {

    /** Called when a call has ended, with or without a response. */
    void callEnded(CallSummary call);
}
