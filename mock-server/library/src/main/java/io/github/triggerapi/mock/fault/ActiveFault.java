package io.github.triggerapi.mock.fault;

import java.util.Collection;
import java.util.Random;

/** A fault that a server has, with its name there and the number of requests that it met so far. */
public final class ActiveFault {
    private final String id;
    private final Fault fault;
    private final Random random;
    private long met;

    ActiveFault(String id, Fault fault) {
        this.id = id;
        this.fault = fault;
        this.random = new Random(fault.seed());
    }

    /** Its name, unique in the life of a server. */
    public String id() {
        return id;
    }

    /** What goes wrong. */
    public Fault fault() {
        return fault;
    }

    /** How many requests it met so far. */
    public synchronized long met() {
        return met;
    }

    /** Whether it met as many requests as it is for. */
    public synchronized boolean isSpent() {
        return met >= fault.times().orElse(Long.MAX_VALUE);
    }

    /** Whether it meets a request about some tasks, which it is counted as then. */
    synchronized boolean meets(Collection<String> tasks) {
        boolean meets = !isSpent()
                && fault.task().map(tasks::contains).orElse(true)
                && (fault.probability() == 1 || random.nextDouble() < fault.probability());
        met += meets ? 1 : 0;
        return meets;
    }

    @Override
    public String toString() {
        return id + ": " + fault;
    }
}
