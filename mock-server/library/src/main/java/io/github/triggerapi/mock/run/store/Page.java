package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some runs of a list, in the order of their creation or in its reverse.
 *
 * @param next the position of the next page, null if this is the last
 */
public record Page(List<Run> runs, @Nullable String next) {
    /** Copies the list. */
    public Page {
        runs = List.copyOf(runs);
    }

    /**
     * Returns a page.
     *
     * @param next the position of the next page, null if this is the last
     */
    public static Page of(List<Run> runs, @Nullable String next) {
        return new Page(runs, next);
    }

    /**
     * Returns the first runs that match a filter.
     *
     * @param rest returns the runs after a number, in their order; it is read only as far as necessary
     * @param after {@link #next()} of the previous page, null for the first page
     * @param size the maximum number of runs, 1 or more
     * @throws IllegalArgumentException if {@code after} is not from a page, or the size is less than 1
     */
    public static Page of(LongFunction<Stream<Run>> rest, RunFilter filter, @Nullable String after, int size) {
        return of(rest, filter, number(after, 0), size);
    }

    /**
     * Returns the latest runs that match a filter, the latest first.
     *
     * @param rest returns the runs before a number, the latest first; it is read only as far as necessary
     * @param before {@link #next()} of the previous page, null for the first page
     * @param size the maximum number of runs, 1 or more
     * @throws IllegalArgumentException if {@code before} is not from a page, or the size is less than 1
     */
    public static Page latest(LongFunction<Stream<Run>> rest, RunFilter filter, @Nullable String before, int size) {
        return of(rest, filter, number(before, Run.MAX_NUMBER + 1), size);
    }

    private static Page of(LongFunction<Stream<Run>> rest, RunFilter filter, long number, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        List<Run> runs = new ArrayList<>();
        Iterator<Run> wanted = rest.apply(number).filter(filter::matches).iterator();
        while (wanted.hasNext()) {
            if (runs.size() == size) {
                return of(runs, String.valueOf(runs.get(size - 1).number()));
            }
            runs.add(wanted.next());
        }
        return of(runs, null);
    }

    private static long number(@Nullable String after, long first) {
        try {
            return after == null ? first : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the position must be the next of a page: " + after, e);
        }
    }
}
