package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Assertions that were begun and not ended: they check nothing, which nobody means. */
final class UnusedAssertions {
    /** By server, as a test of another server has nothing to do with them. */
    private static final Map<MockServer, Set<AssertionError>> BEGUN = new WeakHashMap<>();

    private UnusedAssertions() {}

    /** What to throw if it does not end. Its stack trace shows where it began. */
    static AssertionError begin(MockServer server, String task) {
        AssertionError unfinished = new AssertionError(
                "triggered(\"%s\") checks nothing without an end: once(), times(n), atLeast(n) or never()"
                        .formatted(task));
        synchronized (BEGUN) {
            BEGUN.computeIfAbsent(server, none -> new LinkedHashSet<>()).add(unfinished);
        }
        return unfinished;
    }

    static void end(MockServer server, AssertionError unfinished) {
        synchronized (BEGUN) {
            BEGUN.getOrDefault(server, Set.of()).remove(unfinished);
        }
    }

    /** Throws what a server's first unfinished assertion is, if there is one. */
    static void check(MockServer server) {
        Set<AssertionError> begun;
        synchronized (BEGUN) {
            begun = BEGUN.remove(server);
        }
        if (begun != null && !begun.isEmpty()) {
            throw begun.iterator().next();
        }
    }
}
