package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.store.TaskSelector;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The behavior of each task. */
final class TaskBehaviors {
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

    synchronized void set(String task, TaskBehavior behavior) {
        byTask.put(task, behavior);
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
