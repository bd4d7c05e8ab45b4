package io.github.triggerapi.mock.run;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What becomes of the runs of each task. */
final class Plans {
    private final TaskPlan standard;
    private final Map<String, TaskPlan> byTask = new ConcurrentHashMap<>();
    private volatile TaskSet moving;

    /** @param standard for every task that has no plan of its own */
    Plans(TaskPlan standard) {
        this.standard = standard;
        this.moving = moving();
    }

    TaskPlan of(String task) {
        return byTask.getOrDefault(task, standard);
    }

    synchronized void set(String task, TaskPlan plan) {
        byTask.put(task, plan);
        moving = moving();
    }

    synchronized void reset() {
        byTask.clear();
        moving = moving();
    }

    /** The tasks whose runs do not stay queued. */
    TaskSet movingTasks() {
        return moving;
    }

    private TaskSet moving() {
        boolean stay = standard.staysQueued();
        Set<String> others = byTask.entrySet().stream()
                .filter(plan -> plan.getValue().staysQueued() != stay)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return stay ? TaskSet.of(others) : TaskSet.allBut(others);
    }
}
