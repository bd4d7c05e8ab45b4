package io.github.triggerapi.mock.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of the runs of a task once their queue has room. */
public final class TaskPlan {
    private final @Nullable Duration completeAfter;
    private final @Nullable RunHandler handler;

    private TaskPlan(@Nullable Duration completeAfter, @Nullable RunHandler handler) {
        this.completeAfter = completeAfter;
        this.handler = handler;
    }

    /**
     * They execute for a time that the clock measures, and are completed then.
     *
     * @param duration 0, for at once, or more
     */
    public static TaskPlan completeAfter(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        return new TaskPlan(duration, null);
    }

    /** They stay in their queue. */
    public static TaskPlan stayQueued() {
        return new TaskPlan(null, null);
    }

    /** A handler executes them. */
    public static TaskPlan handle(RunHandler handler) {
        return new TaskPlan(null, handler);
    }

    @Nullable
    Duration completeAfter() {
        return completeAfter;
    }

    @Nullable
    RunHandler handler() {
        return handler;
    }

    boolean staysQueued() {
        return completeAfter == null && handler == null;
    }
}
