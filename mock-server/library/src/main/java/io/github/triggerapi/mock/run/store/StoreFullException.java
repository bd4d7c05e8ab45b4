package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/** Thrown if a store has no room for another run and no finished run that it could remove, or no room for a state. */
public final class StoreFullException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception for a store that has as many runs as it may. */
    public StoreFullException(int maxRuns) {
        this("There are %d runs, which is the maximum, and none of them is finished".formatted(maxRuns));
    }

    private StoreFullException(String message) {
        super(message, null);
    }

    /** Creates an exception for a store in memory that has no room for another run. */
    public static StoreFullException ofMemory(long maxBytes) {
        return new StoreFullException(
                "The unfinished runs leave no room for another one in %d bytes".formatted(maxBytes));
    }

    /** Creates an exception for a store whose last run has the greatest number. */
    public static StoreFullException ofNumbers() {
        return new StoreFullException(
                "The last run has the number %d, which is the maximum: reset the server".formatted(Run.MAX_NUMBER));
    }

    /** Creates an exception for a state that is too large. */
    public static StoreFullException ofState(long maxBytes) {
        return new StoreFullException(
                "The state takes more than the %d bytes of memory that are available for it".formatted(maxBytes));
    }
}
