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
    EXPIRED,
    /** Was canceled before it had finished. */
    CANCELED,
    /** Has finished because it took too long. */
    TIMED_OUT,
    /** Has finished because its process crashed. */
    CRASHED,
    /** Has finished because of a failure of the platform. */
    SYSTEM_FAILURE;

    /** Returns whether this is the last status of a run. */
    public boolean isFinished() {
        return this != DELAYED && this != QUEUED && this != EXECUTING;
    }
}
