package io.github.triggerapi.mock.internal.fault;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import java.util.Collection;
import java.util.Random;

/** A fault that counts the requests that it meets. */
final class CountingFault implements ActiveFault {
    private final String id;
    private final Fault fault;
    private final Random random;
    private long met;

    CountingFault(String id, Fault fault) {
        this.id = id;
        this.fault = fault;
        this.random = new Random(fault.seed());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public synchronized long met() {
        return met;
    }

    @Override
    public synchronized boolean isSpent() {
        return met >= fault.times().orElse(Long.MAX_VALUE);
    }

    /** Returns whether it meets a request for some tasks, and counts the request if so. */
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
