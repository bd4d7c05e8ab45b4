package io.github.triggerapi.mock.run.store;

import java.util.Set;

/** A set of tasks: either those that are named, or all others. */
public final class TaskSet {
    private final Set<String> named;
    private final boolean allBut;

    private TaskSet(Set<String> named, boolean allBut) {
        this.named = Set.copyOf(named);
        this.allBut = allBut;
    }

    /** Returns the named tasks. */
    public static TaskSet of(Set<String> tasks) {
        return new TaskSet(tasks, false);
    }

    /** Returns all tasks except the named ones. */
    public static TaskSet allBut(Set<String> tasks) {
        return new TaskSet(tasks, true);
    }

    /** Returns whether a task is in the set. */
    public boolean contains(String task) {
        return named.contains(task) != allBut;
    }

    /** Returns the named tasks. */
    public Set<String> named() {
        return named;
    }

    /** Returns whether the set has all tasks except the named ones. */
    public boolean isAllBut() {
        return allBut;
    }
}
