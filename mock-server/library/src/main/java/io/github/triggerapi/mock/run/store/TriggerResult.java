package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/**
 * The result of {@link RunStore#trigger}.
 *
 * @param isMade whether the run was created
 * @param limitChanged whether queued runs may have room now
 * @param isUnlimited whether the queue is known to have no limit, so that the run need not wait
 */
public record TriggerResult(Run run, boolean isMade, boolean limitChanged, boolean isUnlimited) {
    /** Returns a result for a new run, whose request may have changed the limit of its queue. */
    public static TriggerResult made(Run run, boolean limitChanged) {
        return made(run, limitChanged, false);
    }

    /** Returns a result for a new run, if the store knows whether its queue has no limit. */
    public static TriggerResult made(Run run, boolean limitChanged, boolean unlimited) {
        return new TriggerResult(run, true, limitChanged, unlimited);
    }

    /** Returns a result for an existing run, which was found by a key. */
    public static TriggerResult found(Run run) {
        return new TriggerResult(run, false, false, false);
    }

    /** Returns the same result with a later version of the run. */
    public TriggerResult with(Run later) {
        return new TriggerResult(later, isMade, limitChanged, isUnlimited);
    }
}
