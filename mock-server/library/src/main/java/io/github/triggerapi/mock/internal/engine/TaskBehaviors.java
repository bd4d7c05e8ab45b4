package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.store.TaskSelector;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The behavior of each task. */
final class TaskBehaviors {
    /** The memory that what is set for all tasks may take, as an estimate. */
    private static final long MAX_BYTES = 16L * 1024 * 1024;

    private static final long BYTES_OF_A_TASK = 200;

    private final TaskBehavior defaultBehavior;
    private final Map<String, TaskBehavior> byTask = new ConcurrentHashMap<>();
    private volatile TaskSelector starting;

    /** @param defaultBehavior the behavior of tasks without one of their own */
    TaskBehaviors(TaskBehavior defaultBehavior) {
        this.defaultBehavior = defaultBehavior;
        this.starting = starting();
    }

    TaskBehavior of(String task) {
        return byTask.getOrDefault(task, defaultBehavior);
    }

    /** Returns what is set for tasks, by their identifiers. */
    Map<String, TaskBehavior> all() {
        return new TreeMap<>(byTask);
    }

    /** @throws IllegalArgumentException if the plans of all tasks would take too much memory */
    synchronized void set(String task, TaskBehavior behavior) {
        long others = byTask.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(task))
                .mapToLong(entry -> bytes(entry.getKey(), entry.getValue()))
                .sum();
        if (others + bytes(task, behavior) > MAX_BYTES) {
            throw new IllegalArgumentException("What is set for tasks takes more than %,d bytes".formatted(MAX_BYTES));
        }
        byTask.put(task, behavior);
        starting = starting();
    }

    private static long bytes(String task, TaskBehavior behavior) {
        return BYTES_OF_A_TASK
                + task.length()
                + (behavior.plan() == null ? 0 : behavior.plan().bytes());
    }

    synchronized void remove(String task) {
        byTask.remove(task);
        starting = starting();
    }

    synchronized void reset() {
        byTask.clear();
        starting = starting();
    }

    /** Returns the tasks whose runs do not stay queued. */
    TaskSelector startingTasks() {
        return starting;
    }

    private TaskSelector starting() {
        boolean stay = defaultBehavior.staysQueued();
        Set<String> others = byTask.entrySet().stream()
                .filter(entry -> entry.getValue().staysQueued() != stay)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return stay ? TaskSelector.of(others) : TaskSelector.allBut(others);
    }
}
