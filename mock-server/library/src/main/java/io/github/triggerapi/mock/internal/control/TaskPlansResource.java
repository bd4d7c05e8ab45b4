package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.TasksApi;
import io.github.triggerapi.mock.internal.control.model.TaskList;
import io.github.triggerapi.mock.internal.control.model.TaskPlan;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.util.List;

/** Shows and sets what becomes of the runs of tasks. */
final class TaskPlansResource implements TasksApi {
    private final RunEngine engine;
    private final List<String> tasks;

    /** @param tasks the tasks that exist; if empty, every task exists */
    TaskPlansResource(RunEngine engine, List<String> tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public TaskList listTasks() {
        return TaskList.builder()
                .tasks(engine.behaviorsByTask().entrySet().stream()
                        .map(set -> TaskPlanMapper.entry(set.getKey(), set.getValue()))
                        .toList())
                .build();
    }

    @Override
    public void setTask(String task, TaskPlan plan) {
        if (!tasks.isEmpty() && !tasks.contains(task)) {
            throw new RejectedRequestException(404, "Task \"" + task + "\" not found");
        }
        try {
            engine.setBehavior(task, TaskPlanMapper.behavior(plan));
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "Validation error: " + e.getMessage());
        }
    }

    @Override
    public void resetTask(String task) {
        engine.resetBehavior(task);
    }
}
