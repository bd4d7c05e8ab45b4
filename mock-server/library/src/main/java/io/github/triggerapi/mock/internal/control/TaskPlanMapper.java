package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.model.OutcomeRule;
import io.github.triggerapi.mock.internal.control.model.TaskEntry;
import io.github.triggerapi.mock.internal.control.model.TaskPlan;
import io.github.triggerapi.mock.internal.engine.OutcomePlan;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Converts plans for the runs of a task to and from the models of the control API. */
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
            requireOne(rules.get(i), i);
            outcomes.add(outcome(rules.get(i)));
        }
        return TaskBehavior.outcomes(outcomes);
    }

    static TaskEntry entry(String task, TaskBehavior behavior) {
        TaskEntry.Builder entry = TaskEntry.builder().task(task);
        OutcomePlan plan = behavior.plan();
        if (plan != null) {
            int size = plan.outcomes().size();
            entry.plan(TaskPlan.builder()
                            .outcomes(plan.outcomes().stream()
                                    .map(TaskPlanMapper::rule)
                                    .toList())
                            .build())
                    .left(IntStream.range(0, size)
                            .mapToObj(index -> (long) plan.left(index))
                            .toList());
        } else if (behavior.handler() == null) {
            entry.plan(TaskPlan.builder().stayQueued(true).build());
        }
        return entry.build();
    }

    private static OutcomeRule rule(TaskOutcome outcome) {
        OutcomeRule.Builder rule = OutcomeRule.builder().error(outcome.error().orElse(null));
        if (outcome.staysQueued()) {
            rule.stayQueued(true);
        }
        RunMapper.set(outcome.outputJson(), rule::output);
        RunMapper.set(outcome.payloadJson(), rule::payload);
        if (!outcome.duration().isZero()) {
            rule.millis(outcome.duration().toMillis());
        }
        if (outcome.times() != Integer.MAX_VALUE) {
            rule.times(outcome.times());
        }
        return rule.build();
    }

    private static TaskOutcome outcome(OutcomeRule rule) {
        TaskOutcome outcome = result(rule);
        if (rule.millis() != null) {
            outcome = outcome.after(Duration.ofMillis(rule.millis()));
        }
        if (rule.payload() != null) {
            outcome = outcome.forPayload(rule.payload());
        }
        return rule.times() == null ? outcome : outcome.times(rule.times().intValue());
    }

    private static TaskOutcome result(OutcomeRule rule) {
        String error = rule.error();
        if (rule.stayQueued() != null) {
            return TaskOutcome.stayQueued();
        }
        if (error != null) {
            return TaskOutcome.failed(
                    rule.status() == null
                            ? RunStatus.FAILED
                            : RunStatus.valueOf(rule.status().value()),
                    error);
        }
        return rule.output() != null ? TaskOutcome.completed(rule.output()) : TaskOutcome.completed();
    }

    /** @throws IllegalArgumentException if a rule has members of different outcomes */
    private static void requireOne(OutcomeRule rule, int index) {
        boolean stays = rule.stayQueued() != null;
        if (rule.output() != null && (rule.error() != null || stays)) {
            throw alone("output", stays ? "stayQueued" : "an error", index);
        }
        if (stays && rule.error() != null) {
            throw alone("error", "stayQueued", index);
        }
        if (stays && rule.millis() != null) {
            throw alone("millis", "stayQueued", index);
        }
        if (rule.status() != null && rule.error() == null) {
            throw new IllegalArgumentException("must be beside an error at \"outcomes[%d].status\"".formatted(index));
        }
    }

    private static IllegalArgumentException alone(String member, String other, int index) {
        return new IllegalArgumentException(
                "must not be beside %s at \"outcomes[%d].%s\"".formatted(other, index, member));
    }
}
