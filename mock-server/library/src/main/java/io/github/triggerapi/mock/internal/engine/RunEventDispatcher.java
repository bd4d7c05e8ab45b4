package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.store.RunListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Notifies listeners of changes in their order, on whatever thread is available, and without a lock of a store. */
final class RunEventDispatcher {
    private static final Logger LOGGER = System.getLogger(RunEventDispatcher.class.getName());

    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Run> changes = new ConcurrentLinkedQueue<>();
    private final ReentrantLock delivering = new ReentrantLock();

    Runnable add(RunListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Adds a change to those to be delivered. */
    void enqueue(Run run) {
        if (!listeners.isEmpty()) {
            changes.add(run);
        }
    }

    /** Delivers all changes, unless another thread does. */
    void deliver() {
        // A listener that makes a change itself is notified of it after this one.
        while (!changes.isEmpty() && !delivering.isHeldByCurrentThread() && delivering.tryLock()) {
            try {
                for (Run run = changes.poll(); run != null; run = changes.poll()) {
                    notifyListeners(run);
                }
            } finally {
                delivering.unlock();
            }
        }
    }

    private void notifyListeners(Run run) {
        for (RunListener listener : listeners) {
            try {
                listener.changed(run);
            } catch (RuntimeException e) {
                LOGGER.log(Level.ERROR, "A listener failed on " + run, e);
            }
        }
    }
}
