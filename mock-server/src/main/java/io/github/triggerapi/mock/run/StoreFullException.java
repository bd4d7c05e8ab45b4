package io.github.triggerapi.mock.run;

/** A store has as many runs as it may have, or has room for, and none of them is finished and could give way. */
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
    static StoreFullException ofMemory(long maxBytes) {
        return new StoreFullException(
                "The runs that are not finished leave no room for another one in %d bytes".formatted(maxBytes));
    }
}
