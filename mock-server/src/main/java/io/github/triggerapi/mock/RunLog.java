package io.github.triggerapi.mock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest runs that were made. */
final class RunLog {
    /** How many are kept; the oldest give way. */
    static final int LIMIT = 100_000;

    private final Deque<Run> runs = new ArrayDeque<>();

    synchronized void add(Run run) {
        if (runs.size() == LIMIT) {
            runs.removeFirst();
        }
        runs.addLast(run);
    }

    synchronized List<Run> all() {
        return List.copyOf(runs);
    }
}
