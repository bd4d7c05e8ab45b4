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
                        .updatedAt(at)
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
        RunBuilder executing = run.toBuilder()
                .status(RunStatus.EXECUTING)
                .startedAt(at)
                .updatedAt(at)
                .attemptCount(run.attemptCount() + 1)
                .dueAt(null);
        if (outcome != null) {
            executing
                    .outputJson(outcome.outputJson())
                    .error(outcome.error().orElse(null))
                    .finalStatus(outcome.status());
            // In a shared store another server must be able to complete it, in case this one stops.
            if (!outcome.duration().isZero() || store.isShared()) {
                executing.dueAt(at.plus(outcome.duration()));
            }
        }
        Run started = executing.build();
        return store.replace(run, started) ? started : null;
    }

    /** Makes a queued run stay queued until it expires; returns whether it was changed. */
    boolean stay(Run run) {
        return store.replace(run, run.toBuilder().staysQueued(true).build());
    }

    /** Expires a run that was in its queue for longer than its time to live. */
    void expire(Run run, Instant at) {
        finish(run, run.toBuilder().status(RunStatus.EXPIRED), at);
    }

    /** Completes a run that was started with its outcome, or makes it fail. */
    void complete(Run run, Instant at) {
        RunStatus status = run.finalStatus();
        if (status == null) {
            status = run.error() == null ? RunStatus.COMPLETED : RunStatus.FAILED;
        }
        finish(run, run.toBuilder().status(status), at);
    }

    /**
     * Finishes a run whose handler has ended, unless it was canceled, or removed. The handler may have changed it.
     *
     * @param started the run as it began to execute
     * @param result the run with its last status, and its output or error
     */
    void finishHandled(Run started, Run result, Instant at) {
        boolean done = finish(started, result.toBuilder().version(result.version()), at);
        while (!done) {
            Run latest = store.find(started.id())
                    .filter(run -> run.status() == RunStatus.EXECUTING
                            && run.attemptCount() == started.attemptCount()
                            && run.version() > started.version())
                    .orElse(null);
            if (latest == null) {
                return;
            }
            RunBuilder finished = latest.toBuilder()
                    .status(result.status())
                    .outputJson(result.outputJson())
                    .error(result.error())
                    .errorName(result.errorName())
                    .stackTrace(result.stackTrace());
            done = finish(latest, finished, at);
        }
    }

    /**
     * Finishes a run.
     *
     * @param finished the run with its last status, and its output or error
     * @return whether it was finished
     */
    boolean finish(Run run, RunBuilder finished, Instant at) {
        return store.replace(
                run,
                finished.finishedAt(at)
                        .updatedAt(at)
                        .finalStatus(null)
                        .dueAt(null)
                        .build());
    }
}
