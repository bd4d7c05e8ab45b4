package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Instant;
import java.util.List;

/**
 * The state of a batch.
 *
 * @param runs its runs in their order, except those that were removed because there were too many
 */
public record BatchStatus(Batch batch, List<Run> runs) {
    /** Copies the list. */
    public BatchStatus {
        runs = List.copyOf(runs);
    }

    /** Returns whether all of its runs have finished. */
    public boolean isCompleted() {
        return batch.isFilled() && runs.stream().allMatch(run -> run.status().isFinished());
    }

    /** Returns how many of its runs are completed. */
    public long successfulRuns() {
        return runs.stream().filter(run -> run.status() == RunStatus.COMPLETED).count();
    }

    /** Returns how many of its runs have finished in another way. */
    public long failedRuns() {
        return runs.stream().filter(run -> run.status().isFinished()).count() - successfulRuns();
    }

    /** Returns when one of its runs changed last, or when it was created. */
    public Instant updatedAt() {
        return runs.stream().map(Run::updatedAt).reduce(batch.createdAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
}
