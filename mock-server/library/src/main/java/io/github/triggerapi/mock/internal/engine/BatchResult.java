package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.util.List;

/**
 * The result of a request to trigger a batch.
 *
 * @param isMade whether the batch was created; otherwise it is that of an earlier request with the same key
 * @param runs the results for the items of the request, in their order; none if the batch was not created
 */
public record BatchResult(Batch batch, boolean isMade, List<TriggerResult> runs) {
    /** Copies the list. */
    public BatchResult {
        runs = List.copyOf(runs);
    }
}
