package io.github.triggerapi.mock.internal.fault;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
     * Returns the fault that a request meets: the first that is not spent and applies to it.
     *
     * @param tasks supplies the tasks that the request is for
     */
    public Optional<ActiveFault> next(Supplier<Collection<String>> tasks) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Collection<String> about = tasks.get();
        for (CountingFault fault : all) {
            if (fault.meets(about)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Returns all faults, spent or not. */
    public List<ActiveFault> all() {
        return List.copyOf(all);
    }

    /** Removes a fault; returns false if there is none with that id. */
    public boolean remove(String id) {
        return all.removeIf(fault -> fault.id().equals(id));
    }

    /** Removes all faults. */
    public void clear() {
        all.clear();
    }
}
