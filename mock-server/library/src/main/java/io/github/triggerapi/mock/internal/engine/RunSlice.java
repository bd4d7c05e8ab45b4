package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some runs of a list, the latest first.
 *
 * @param next the id of the run after which the next page begins, null if there are no earlier runs
 * @param previous the id of the run before which the previous page ends, null if there are no later runs
 */
public record RunSlice(
        List<Run> runs, @Nullable String next, @Nullable String previous) {
    static final RunSlice EMPTY = new RunSlice(List.of(), null, null);

    /** Copies the list. */
    public RunSlice {
        runs = List.copyOf(runs);
    }

    /** Returns a slice of runs, of which there may be earlier and later ones. */
    static RunSlice of(List<Run> runs, boolean earlier, boolean later) {
        return runs.isEmpty()
                ? EMPTY
                : new RunSlice(
                        runs,
                        earlier ? runs.get(runs.size() - 1).id() : null,
                        later ? runs.get(0).id() : null);
    }
}
