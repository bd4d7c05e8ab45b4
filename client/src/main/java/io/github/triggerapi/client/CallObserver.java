package io.github.triggerapi.client;

/**
 * Observes calls, for example to measure them. It runs in the thread of the call or another thread of the client, and
 * should return quickly. What it throws is logged and has no other effect.
 */
@FunctionalInterface
public interface CallObserver {

    /**
     * Called before a call is sent, in the thread that sends it. An observer that needs to remember something of a call until
     * it ends, such as a span, returns one for this call.
     *
     * @param operation as {@link CallSummary#operation}
     * @return whose {@link #callEnded} is called when the call has ended; this observer by default
     */
    default CallObserver callStarted(String operation) {
        return this;
    }

    /** Called when a call has ended, with or without a response. */
    void callEnded(CallSummary call);
}
