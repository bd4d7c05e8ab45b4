package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.RunContextHandler;
import io.github.triggerapi.mock.run.RunHandler;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a task do when their queue has room for them. They stay in it if there is neither a plan nor a handler.
 *
 * @param plan says what becomes of them, null if a handler does or they stay queued
 * @param handler executes them, null if there is none
 */
public record TaskBehavior(
        @Nullable OutcomePlan plan, @Nullable RunContextHandler handler) {
    /**
     * Runs execute for some time by the clock, and are completed.
     *
     * @param duration 0 or more
     */
    public static TaskBehavior completeAfter(Duration duration) {
        return outcomes(List.of(TaskOutcome.completed().after(duration)));
    }

    /** Runs get the first outcome that applies to them and has runs left. Others are completed at once, without an output. */
    public static TaskBehavior outcomes(List<TaskOutcome> outcomes) {
        return new TaskBehavior(new OutcomePlan(outcomes), null);
    }

    /** Runs stay in their queue. */
    public static TaskBehavior stayQueued() {
        return new TaskBehavior(null, null);
    }

    /** A handler executes the runs. */
    public static TaskBehavior handle(RunHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return handle((run, context) -> handler.handle(run));
    }

    /** A handler executes the runs, and can change them meanwhile. */
    public static TaskBehavior handle(RunContextHandler handler) {
        return new TaskBehavior(null, handler);
    }

    boolean staysQueued() {
        return plan == null && handler == null;
    }
}
