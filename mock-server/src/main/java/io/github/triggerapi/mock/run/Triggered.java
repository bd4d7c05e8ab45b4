package io.github.triggerapi.mock.run;

/** What a store made of a {@link NewRun}. */
public final class Triggered {
    private final Run run;
    private final boolean made;
    private final boolean limitChanged;

    private Triggered(Run run, boolean made, boolean limitChanged) {
        this.run = run;
        this.made = made;
        this.limitChanged = limitChanged;
    }

    /** The run is new; its request may have changed the limit of its queue. */
    public static Triggered made(Run run, boolean limitChanged) {
        return new Triggered(run, true, limitChanged);
    }

    /** The run was there, under one of the keys. */
    public static Triggered found(Run run) {
        return new Triggered(run, false, false);
    }

    /** The same of the run as it is by now. */
    Triggered with(Run later) {
        return new Triggered(later, made, limitChanged);
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
}
