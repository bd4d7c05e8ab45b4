package io.github.triggerapi.mock.fault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The faults of a server, in the order in which they came. All methods are safe to call from any thread. */
public final class Faults {
    private final List<ActiveFault> all = new CopyOnWriteArrayList<>();
    private final AtomicLong added = new AtomicLong();

    /** Adds one, after the others. */
    public ActiveFault add(Fault fault) {
        ActiveFault active = new ActiveFault("fault_" + added.incrementAndGet(), fault);
        all.add(active);
        return active;
    }

    /**
     * What meets a request: the first that is not spent and fits.
     *
     * @param tasks gives the tasks that the request is about
     */
    public Optional<ActiveFault> next(Supplier<Collection<String>> tasks) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Collection<String> about = tasks.get();
        for (ActiveFault one : all) {
            if (one.meets(about)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Those that are there, spent or not. */
    public List<ActiveFault> all() {
        return List.copyOf(all);
    }

    /** Takes one away; false where there is none of that name. */
    public boolean remove(String id) {
        return all.removeIf(one -> one.id().equals(id));
    }

    /** Takes all away. */
    public void clear() {
        all.clear();
    }
}
