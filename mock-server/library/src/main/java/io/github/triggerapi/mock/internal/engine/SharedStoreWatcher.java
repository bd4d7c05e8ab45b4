package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.concurrent.DaemonThreads;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Handles changes that other servers make in a shared store, on a thread of its own. Changes that are faster than that
 * are handled together.
 */
final class SharedStoreWatcher implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(SharedStoreWatcher.class.getName());

    /** How long a queue waits for another attempt after the store failed. */
    private static final long RETRY_MILLIS = 500;

    private final Consumer<@Nullable QueueKey> handler;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mock-queue-watcher"));

    /** The queues to be handled, or only null for all queues. */
    private final Set<@Nullable QueueKey> changed = new LinkedHashSet<>();

    /** @param handler handles a change of a queue, null for all queues */
    SharedStoreWatcher(Consumer<@Nullable QueueKey> handler) {
        this.handler = handler;
    }

    /** Adds a queue to those to be handled, null for all queues. */
    synchronized void add(@Nullable QueueKey queue) {
        boolean idle = changed.isEmpty();
        if (queue == null) {
            changed.clear();
        }
        if (!changed.contains(null)) {
            changed.add(queue);
        }
        if (idle) {
            schedule(0, this::handleChanges);
        }
    }

    private void schedule(long millis, Runnable step) {
        try {
            thread.schedule(step, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOGGER.log(Level.DEBUG, "Closed", closed);
        }
    }

    private void handleChanges() {
        takeChanged().forEach(this::handleChanges);
    }

    /** Handles one queue, null for all queues. A failure does not affect other queues. */
    private void handleChanges(@Nullable QueueKey queue) {
        try {
            handler.accept(queue);
        } catch (StoreException e) {
            LOGGER.log(Level.WARNING, e.getMessage());
            // The store may work again before anything else changes.
            schedule(RETRY_MILLIS, () -> add(queue));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A change of another server could not be handled", e);
        }
    }

    private synchronized Set<@Nullable QueueKey> takeChanged() {
        Set<@Nullable QueueKey> taken = new LinkedHashSet<>(changed);
        changed.clear();
        return taken;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
