package io.github.triggerapi.mock.internal.fault;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The faults of a server, in the order in which they were added. All methods are safe to call from any thread. */
public final class ActiveFaults {
    private final List<CountingFault> all = new CopyOnWriteArrayList<>();
    private final AtomicLong added = new AtomicLong();

    /** Adds a fault after the others. */
    public ActiveFault add(Fault fault) {
        CountingFault active = new CountingFault("fault_" + added.incrementAndGet(), fault);
        all.add(active);
        return active;
    }

    /**
     * Returns the fault to apply to a request: the first that matches it and is not exhausted.
     *
     * @param tasks supplies the tasks that the request is for
     */
    public Optional<ActiveFault> next(Supplier<Collection<String>> tasks) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Collection<String> about = tasks.get();
        for (CountingFault fault : all) {
            if (fault.apply(about)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Returns all faults, exhausted or not. */
    public List<ActiveFault> all() {
        return List.copyOf(all);
    }

    /** Removes a fault; returns false if there is none with that id. */
    public boolean remove(String id) {
        return all.removeIf(fault -> fault.id().equals(id));
    }

    public void clear() {
        all.clear();
    }

    /** A fault that counts the requests that it is applied to. */
    private static final class CountingFault implements ActiveFault {
        private final String id;
        private final Fault fault;
        private final Random random;
        private long applied;

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
        public synchronized long applied() {
            return applied;
        }

        @Override
        public synchronized boolean isExhausted() {
            return applied >= fault.times().orElse(Long.MAX_VALUE);
        }

        /** Returns whether it is to be applied to a request for some tasks, and counts the request if so. */
        synchronized boolean apply(Collection<String> tasks) {
            boolean applies = !isExhausted()
                    && fault.task().map(tasks::contains).orElse(true)
                    && (fault.probability() == 1 || random.nextDouble() < fault.probability());
            applied += applies ? 1 : 0;
            return applies;
        }

        @Override
        public String toString() {
            return id + ": " + fault;
        }
    }
}
