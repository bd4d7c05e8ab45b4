package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The changes of status that there are. Each does nothing where the run is another by now. */
final class Changes {
    private final RunStore store;

    Changes(RunStore store) {
        this.store = store;
    }

    /** The delay is over. */
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
     * The run has room in its queue.
     *
     * @param work how long it executes by the clock, null where nobody knows
     * @return the run as it is then; null where nothing was done
     */
    @Nullable
    Run start(Run run, Instant at, @Nullable Duration work) {
        // Where others can, somebody must complete it also if whoever started it cannot.
        boolean falls = work != null && (!work.isZero() || store.isShared());
        Run executing = run.toBuilder()
                .status(RunStatus.EXECUTING)
                .startedAt(at)
                .dueAt(falls ? at.plus(work) : null)
                .build();
        return store.replace(run, executing) ? executing : null;
    }

    /** It was in its queue for too long. */
    void expire(Run run, Instant at) {
        finish(run, RunStatus.EXPIRED, null, null, at);
    }

    /** It is done. */
    void complete(Run run, @Nullable JsonValue output, Instant at) {
        finish(run, RunStatus.COMPLETED, output, null, at);
    }

    /** It went wrong. */
    void fail(Run run, String error, Instant at) {
        finish(run, RunStatus.FAILED, null, error, at);
    }

    private void finish(Run run, RunStatus status, @Nullable JsonValue output, @Nullable String error, Instant at) {
        RunBuilder finished =
                run.toBuilder().status(status).finishedAt(at).dueAt(null).error(error);
        finished.output = output;
        store.replace(run, finished.build());
    }
}
