package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/** What a store made of a {@link NewRun}. */
public final class TriggerResult {
    private final Run run;
    private final boolean made;
    private final boolean limitChanged;
    private final boolean unlimited;

    private TriggerResult(Run run, boolean made, boolean limitChanged, boolean unlimited) {
        this.run = run;
        this.made = made;
        this.limitChanged = limitChanged;
        this.unlimited = unlimited;
    }

    /** The run is new; its request may have changed the limit of its queue. */
    public static TriggerResult made(Run run, boolean limitChanged) {
        return made(run, limitChanged, false);
    }

    /** The same where the store tells whether its queue has no limit. */
    public static TriggerResult made(Run run, boolean limitChanged, boolean unlimited) {
        return new TriggerResult(run, true, limitChanged, unlimited);
    }

    /** The run was there, under one of the keys. */
    public static TriggerResult found(Run run) {
        return new TriggerResult(run, false, false, false);
    }

    /** The same of the run as it is by now. */
    public TriggerResult with(Run later) {
        return new TriggerResult(later, made, limitChanged, unlimited);
    }

    /** The run that the request gets. */
    public Run run() {
        return run;
    }

    /** Whether it was made just now. */
    public boolean isMade() {
        return made;
    }

    /** Whether runs that were waiting in its queue may have room now. */
    public boolean limitChanged() {
        return limitChanged;
    }

    /** Whether its queue is known to have no limit, so that the run need not wait for its turn. */
    public boolean isUnlimited() {
        return unlimited;
    }
}
