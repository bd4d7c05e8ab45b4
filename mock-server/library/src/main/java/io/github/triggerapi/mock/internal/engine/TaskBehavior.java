package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.RunHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a task do when their queue has room for them.
 *
 * @param completeAfter how long they execute by the clock, null if they do not complete by time
 * @param handler executes them, null if there is none
 */
public record TaskBehavior(
        @Nullable Duration completeAfter, @Nullable RunHandler handler) {
    /**
     * Runs execute for some time by the clock, and are completed.
     *
     * @param duration 0 or more
     */
    public static TaskBehavior completeAfter(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        return new TaskBehavior(duration, null);
    }

    /** Runs stay in their queue. */
    public static TaskBehavior stayQueued() {
        return new TaskBehavior(null, null);
    }

    /** A handler executes the runs. */
    public static TaskBehavior handle(RunHandler handler) {
        return new TaskBehavior(null, handler);
    }

    boolean staysQueued() {
        return completeAfter == null && handler == null;
    }
}
