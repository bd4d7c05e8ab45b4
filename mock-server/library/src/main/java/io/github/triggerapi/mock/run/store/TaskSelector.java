package io.github.triggerapi.mock.run.store;

import java.util.Set;

/**
 * A set of tasks: either those that are named, or all others.
 *
 * @param isAllBut whether the set has all tasks except the named ones
 */
public record TaskSelector(Set<String> named, boolean isAllBut) {
    /** Copies the set of names. */
    public TaskSelector {
        named = Set.copyOf(named);
    }

    /** Returns the named tasks. */
    public static TaskSelector of(Set<String> tasks) {
        return new TaskSelector(tasks, false);
    }

    /** Returns all tasks except the named ones. */
    public static TaskSelector allBut(Set<String> tasks) {
        return new TaskSelector(tasks, true);
    }

    /** Returns whether a task is in the set. */
    public boolean contains(String task) {
        return named.contains(task) != isAllBut;
    }
}
