package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/** A store has no room for another run and none that is finished and could give way, or no room for a state. */
public final class StoreFullException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** A store with room for so many runs is full. */
    public StoreFullException(int maxRuns) {
        this("There are %d runs, as many as may be, and none of them is finished".formatted(maxRuns));
    }

    private StoreFullException(String message) {
        super(message, null);
    }

    /** A store in memory has no room for another run in so many bytes. */
    public static StoreFullException ofMemory(long maxBytes) {
        return new StoreFullException(
                "The runs that are not finished leave no room for another one in %d bytes".formatted(maxBytes));
    }

    /** A run has the greatest number that there is. */
    public static StoreFullException ofNumbers() {
        return new StoreFullException("The last run has the number %d, and there is no greater one: reset the server"
                .formatted(Run.MAX_NUMBER));
    }

    /** A state takes more than so many bytes. */
    public static StoreFullException ofState(long maxBytes) {
        return new StoreFullException(
                "The state takes more than the %d bytes of memory that there are for it".formatted(maxBytes));
    }
}
