package io.github.triggerapi.mock.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the runs of a list, in the order in which they were made. */
public final class Page {
    private final List<Run> runs;
    private final @Nullable String next;

    private Page(List<Run> runs, @Nullable String next) {
        this.runs = List.copyOf(runs);
        this.next = next;
    }

    /**
     * A page.
     *
     * @param next what the following page is asked for with, null where there is none
     */
    public static Page of(List<Run> runs, @Nullable String next) {
        return new Page(runs, next);
    }

    /** The runs on it. */
    public List<Run> runs() {
        return runs;
    }

    /** What the following page is asked for with, null where this is the last. */
    public @Nullable String next() {
        return next;
    }
}
