package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes the status of runs. A change does nothing if the store has another version of the run by now. */
final class RunTransitions {
    private final RunStore store;

    RunTransitions(RunStore store) {
        this.store = store;
    }

    /** Puts a delayed run in its queue. */
    void enqueue(Run run, Instant at) {
        Instant expires = run.ttl() == null ? null : at.plus(run.ttl());
        store.replace(
                run,
                run.toBuilder()
                        .status(RunStatus.QUEUED)
                        .queuedAt(at)
                        .dueAt(expires)
                        .build());
    }

    /**
     * Starts a run that its queue has room for.
     *
     * @param duration how long it executes by the clock, null if a handler decides that
     * @return the executing run, null if nothing was changed
     */
    @Nullable
    Run start(Run run, Instant at, @Nullable Duration duration) {
        // In a shared store another server must be able to complete it, in case this one stops.
        boolean isDue = duration != null && (!duration.isZero() || store.isShared());
        Run executing = run.toBuilder()
                .status(RunStatus.EXECUTING)
                .startedAt(at)
                .dueAt(isDue ? at.plus(duration) : null)
                .build();
        return store.replace(run, executing) ? executing : null;
    }

    /** Expires a run that was in its queue for longer than its time to live. */
    void expire(Run run, Instant at) {
        finish(run, run.toBuilder().status(RunStatus.EXPIRED), at);
    }

    /** Completes a run that has no output. */
    void complete(Run run, Instant at) {
        finish(run, run.toBuilder().status(RunStatus.COMPLETED), at);
    }

    /**
     * Finishes a run.
     *
     * @param finished the run with its last status, and its output or error
     */
    void finish(Run run, RunBuilder finished, Instant at) {
        store.replace(run, finished.finishedAt(at).dueAt(null).build());
    }
}
