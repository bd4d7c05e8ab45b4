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
final class SharedQueueWatcher implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(SharedQueueWatcher.class.getName());

    /** How long a queue waits for another attempt after the store failed. */
    private static final long PAUSE_MILLIS = 500;

    private final Consumer<@Nullable QueueKey> work;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mock-lookout"));
    private final Set<QueueKey> changed = new LinkedHashSet<>();
    private boolean allChanged;

    /** @param work handles a change of a queue, null for all queues */
    SharedQueueWatcher(Consumer<@Nullable QueueKey> work) {
        this.work = work;
    }

    /** Adds a queue to those to be handled, null for all queues. */
    synchronized void note(@Nullable QueueKey queue) {
        boolean idle = changed.isEmpty() && !allChanged;
        if (queue == null) {
            allChanged = true;
            changed.clear();
        } else if (!allChanged) {
            changed.add(queue);
        }
        if (idle) {
            after(0, this::look);
        }
    }

    private void after(long millis, Runnable step) {
        try {
            thread.schedule(step, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOGGER.log(Level.DEBUG, "Closed", closed);
        }
    }

    private void look() {
        if (takeAll()) {
            look(null);
        }
        take().forEach(this::look);
    }

    /** Handles one queue, null for all queues. A failure does not affect other queues. */
    private void look(@Nullable QueueKey queue) {
        try {
            work.accept(queue);
        } catch (StoreException e) {
            LOGGER.log(Level.WARNING, e.getMessage());
            // The store may work again before anything else changes.
            after(PAUSE_MILLIS, () -> note(queue));
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
