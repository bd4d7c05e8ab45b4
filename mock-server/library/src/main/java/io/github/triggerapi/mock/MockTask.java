package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.RunHandler;
import io.github.triggerapi.mock.run.TaskPlan;
import java.time.Duration;

/**
 * A task of a mock server. What is said here holds from then on, also for runs that wait in their queues already; the
 * last word counts. Where nothing is said the runs do what the builder of the server says.
 */
public final class MockTask {
    private final String id;
    private final RunEngine engine;

    MockTask(String id, RunEngine engine) {
        this.id = id;
        this.engine = engine;
    }

    /** Its identifier. */
    public String id() {
        return id;
    }

    /**
     * Lets code execute its runs, on threads of the server and within the limits of their queues. What it returns is
     * their output; what it throws is their error, and they are {@code FAILED}.
     *
     * <p>A run is {@code EXECUTING} from when its queue has room for it, also while it waits for one of the threads.
     */
    public MockTask handle(RunHandler handler) {
        return plan(TaskPlan.handle(handler));
    }

    /**
     * Lets its runs execute for a time that the clock of the server measures; they are {@code COMPLETED} then.
     *
     * @param duration 0, for at once, or more
     */
    public MockTask completeAfter(Duration duration) {
        return plan(TaskPlan.completeAfter(duration));
    }

    /** Lets its runs stay {@code QUEUED}, until they expire. */
    public MockTask stayQueued() {
        return plan(TaskPlan.stayQueued());
    }

    private MockTask plan(TaskPlan plan) {
        engine.plan(id, plan);
        return this;
    }
}
