package io.github.triggerapi.mock.run;

/** Where a run is. Further ones may come, so a {@code switch} over them needs a default. */
public enum RunStatus {
    /** Waits for the end of its delay; it is in no queue. */
    DELAYED,
    /** Waits in its queue for room. */
    QUEUED,
    /** At work, or handed to the threads of the handlers. */
    EXECUTING,
    /** Done, with its output if it has one. */
    COMPLETED,
    /** Done, with an error. */
    FAILED,
    /** Was in its queue for longer than its time to live, and never executed. */
    EXPIRED;

    /** Whether this is the last status of a run. */
    public boolean isFinished() {
        return this == COMPLETED || this == FAILED || this == EXPIRED;
    }
}
