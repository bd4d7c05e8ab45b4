package io.github.triggerapi.mock.run.store;

import java.util.Set;

/** Some of all the tasks there may be: those that are named, or all but those. */
public final class TaskSet {
    private final Set<String> named;
    private final boolean allBut;

    private TaskSet(Set<String> named, boolean allBut) {
        this.named = Set.copyOf(named);
        this.allBut = allBut;
    }

    /** The named tasks. */
    public static TaskSet of(Set<String> tasks) {
        return new TaskSet(tasks, false);
    }

    /** All tasks but the named. */
    public static TaskSet allBut(Set<String> tasks) {
        return new TaskSet(tasks, true);
    }

    /** Whether a task is one of them. */
    public boolean contains(String task) {
        return named.contains(task) != allBut;
    }

    /** The tasks that are named. */
    public Set<String> named() {
        return named;
    }

    /** Whether all others are meant. */
    public boolean isAllBut() {
        return allBut;
    }
}
