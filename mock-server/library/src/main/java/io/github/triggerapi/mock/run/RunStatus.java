package io.github.triggerapi.mock.run;

/** The status of a run. Constants may be added, so a {@code switch} over them needs a default. */
public enum RunStatus {
    /** Waits for the end of its delay; it is not in a queue. */
    DELAYED,
    /** Waits in its queue. */
    QUEUED,
    /** Executes, or waits for a thread for its handler. */
    EXECUTING,
    /** Has finished successfully. */
    COMPLETED,
    /** Has finished with an error. */
    FAILED,
    /** Was in its queue for longer than its time to live, and never executed. */
    EXPIRED;

    /** Returns whether this is the last status of a run. */
    public boolean isFinished() {
        return this == COMPLETED || this == FAILED || this == EXPIRED;
    }
}
