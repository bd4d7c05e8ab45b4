package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.model.OutcomeRule;
import io.github.triggerapi.mock.internal.control.model.TaskPlan;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Converts plans for the runs of a task from the model of the control API. */
final class TaskPlanMapper {
    private TaskPlanMapper() {}

    /** @throws IllegalArgumentException if members do not fit together */
    static TaskBehavior behavior(TaskPlan plan) {
        List<OutcomeRule> rules = plan.outcomes();
        if (rules == null) {
            return TaskBehavior.stayQueued();
        }
        List<TaskOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).error() != null && rules.get(i).output() != null) {
                throw new IllegalArgumentException(
                        "must not be beside an error at \"outcomes[%d].output\"".formatted(i));
            }
            if (rules.get(i).status() != null && rules.get(i).error() == null) {
                throw new IllegalArgumentException("must be beside an error at \"outcomes[%d].status\"".formatted(i));
            }
            outcomes.add(outcome(rules.get(i)));
        }
        return TaskBehavior.outcomes(outcomes);
    }

    private static TaskOutcome outcome(OutcomeRule rule) {
        String error = rule.error();
        TaskOutcome outcome = error != null
                ? TaskOutcome.failed(
                        rule.status() == null
                                ? RunStatus.FAILED
                                : RunStatus.valueOf(rule.status().value()),
                        error)
                : rule.output() != null ? TaskOutcome.completed(rule.output()) : TaskOutcome.completed();
        if (rule.millis() != null) {
            outcome = outcome.after(Duration.ofMillis(rule.millis()));
        }
        if (rule.payload() != null) {
            outcome = outcome.forPayload(rule.payload());
        }
        return rule.times() == null ? outcome : outcome.times(rule.times().intValue());
    }
}
