package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.run.RunContextHandler;
import io.github.triggerapi.mock.run.RunHandler;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Configures what the runs of a task do on a mock server. A setting also applies to runs that are waiting in their queues.
 * The last setting counts. Without a setting, runs do what the builder of the server says.
 */
public final class MockTask {
    private final String id;
    private final RunEngine engine;

    MockTask(String id, RunEngine engine) {
        this.id = id;
        this.engine = engine;
    }

    /** Returns the identifier of the task. */
    public String id() {
        return id;
    }

    /**
     * Executes the runs with a handler, on threads of the server and within the limits of their queues. Its return value is
     * the output of the run. If it throws, the run is {@code FAILED} and the message is the error.
     *
     * <p>A run is {@code EXECUTING} as soon as its queue has room for it, even while it waits for a thread.
     */
    public MockTask handle(RunHandler handler) {
        return behave(TaskBehavior.handle(handler));
    }

    /**
     * Executes the runs with a handler that can change them meanwhile, and see whether they are canceled; otherwise as
     * {@link #handle(RunHandler)}.
     *
     * <pre>{@code
     * mock.task("ship-order").handle((run, context) -> {
     *     context.setMetadata("progress", 50);
     *     return "shipped";
     * });
     * }</pre>
     */
    public MockTask handle(RunContextHandler handler) {
        return behave(TaskBehavior.handle(handler));
    }

    /**
     * Makes runs execute for some time, by the clock of the server, before they are {@code COMPLETED}.
     *
     * @param duration 0 or more
     */
    public MockTask completeAfter(Duration duration) {
        return behave(TaskBehavior.completeAfter(duration));
    }

    /**
     * Sets what becomes of runs: each gets the first outcome that applies to its payload and has runs left. Other runs are
     * completed at once, without an output.
     *
     * <pre>{@code
     * mock.task("ship-order").outcomes(TaskOutcome.failed("No stock").times(2), TaskOutcome.completed("shipped"));
     * }</pre>
     *
     * <p>A run has its output or error as soon as it is {@code EXECUTING}.
     *
     * @throws IllegalArgumentException if the outcomes of all tasks take more than about 16 MiB
     */
    public MockTask outcomes(TaskOutcome... outcomes) {
        return behave(TaskBehavior.outcomes(List.of(outcomes)));
    }

    /** Makes runs stay {@code QUEUED} until they expire. */
    public MockTask stayQueued() {
        return behave(TaskBehavior.stayQueued());
    }

    private MockTask behave(TaskBehavior behavior) {
        engine.setBehavior(id, behavior);
        return this;
    }
}
