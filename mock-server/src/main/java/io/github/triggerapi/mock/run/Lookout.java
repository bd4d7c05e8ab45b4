package io.github.triggerapi.mock.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sees to queues that others changed, on a thread of its own, and once for changes that come faster than that. */
final class Lookout implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Lookout.class.getName());

    private final Consumer<@Nullable QueueKey> work;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.daemons("mock-lookout"));
    private final Set<QueueKey> changed = new LinkedHashSet<>();
    private boolean allChanged;

    /** @param work is given a queue, null for all of them */
    Lookout(Consumer<@Nullable QueueKey> work) {
        this.work = work;
    }

    /** Takes note of a queue, null for all of them. */
    synchronized void note(@Nullable QueueKey queue) {
        boolean idle = changed.isEmpty() && !allChanged;
        if (queue == null) {
            allChanged = true;
            changed.clear();
        } else if (!allChanged) {
            changed.add(queue);
        }
        if (idle) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException closed) {
                LOGGER.log(Level.DEBUG, "Closed", closed);
            }
        }
    }

    private void look() {
        try {
            if (takeAll()) {
                work.accept(null);
            }
            for (QueueKey queue : take()) {
                work.accept(queue);
            }
        } catch (StoreException e) {
            // When the store is back all queues are looked at.
            LOGGER.log(Level.WARNING, e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "What others changed could not be seen to", e);
        }
    }

    private synchronized boolean takeAll() {
        boolean all = allChanged;
        allChanged = false;
        return all;
    }

    private synchronized Set<QueueKey> take() {
        Set<QueueKey> taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
