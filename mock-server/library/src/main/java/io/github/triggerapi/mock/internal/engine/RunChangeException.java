package io.github.triggerapi.mock.internal.engine;

/** Thrown if a run is not changed as a caller asked for. */
public final class RunChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why nothing was changed. */
    public enum Reason {
        /** Only a delayed run can be rescheduled. */
        NOT_DELAYED,
        /** The run would have too many tags. */
        TOO_MANY_TAGS,
        /** An operation on metadata is invalid. */
        INVALID_METADATA,
        /** The metadata would be too large. */
        METADATA_TOO_LARGE,
        /** The run finished too long ago. */
        FINISHED_TOO_LONG_AGO
    }

    private final Reason reason;

    /** @param message one line for the caller of the API */
    RunChangeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why nothing was changed. */
    public Reason reason() {
        return reason;
    }
}
