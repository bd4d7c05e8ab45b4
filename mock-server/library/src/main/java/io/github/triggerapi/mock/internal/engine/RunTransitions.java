package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import io.github.triggerapi.mock.run.store.RunStore;
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
     * Starts a run that its queue has room for. It has its output or error from the start, as another server may complete it.
     *
     * @param outcome what becomes of it, null if a handler decides that
     * @return the executing run, null if nothing was changed
     */
    @Nullable
    Run start(Run run, Instant at, @Nullable TaskOutcome outcome) {
        RunBuilder executing =
                run.toBuilder().status(RunStatus.EXECUTING).startedAt(at).dueAt(null);
        if (outcome != null) {
            executing.outputJson(outcome.outputJson()).error(outcome.error().orElse(null));
            // In a shared store another server must be able to complete it, in case this one stops.
            if (!outcome.duration().isZero() || store.isShared()) {
                executing.dueAt(at.plus(outcome.duration()));
            }
        }
        Run started = executing.build();
        return store.replace(run, started) ? started : null;
    }

    /** Expires a run that was in its queue for longer than its time to live. */
    void expire(Run run, Instant at) {
        finish(run, run.toBuilder().status(RunStatus.EXPIRED), at);
    }

    /** Completes a run that was started with its outcome, or makes it fail. */
    void complete(Run run, Instant at) {
        RunStatus status = run.error() == null ? RunStatus.COMPLETED : RunStatus.FAILED;
        finish(run, run.toBuilder().status(status), at);
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
