package io.github.triggerapi.mock.run;

/** A store has as many runs as it may have, and none of them is finished and could give way. */
public final class StoreFullException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** A store with room for so many runs is full. */
    public StoreFullException(int maxRuns) {
        super("There are %d runs, as many as may be, and none of them is finished".formatted(maxRuns), null);
    }
}
