package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Assertions that were begun and not ended, which check nothing. */
final class UnfinishedAssertions {
    /** By server, because a test is only responsible for its own server. */
    private static final Map<MockServer, Set<AssertionError>> BEGUN = new WeakHashMap<>();

    private UnfinishedAssertions() {}

    /** Returns the error to throw if the assertion is not ended. Its stack trace shows where it was begun. */
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
            // There are none if the test has ended.
            Set<AssertionError> begun = BEGUN.get(server);
            if (begun != null) {
                begun.remove(unfinished);
            }
        }
    }

    /** Throws the error of the first unfinished assertion on a server, if there is one. */
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
