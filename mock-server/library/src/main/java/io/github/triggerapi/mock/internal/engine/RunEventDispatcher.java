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

/** Brings changes to listeners in their order, by whichever thread is there, and outside of every lock of a store. */
final class RunEventDispatcher {
    private static final Logger LOGGER = System.getLogger(RunEventDispatcher.class.getName());

    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Run> changes = new ConcurrentLinkedQueue<>();
    private final ReentrantLock delivering = new ReentrantLock();

    Runnable add(RunListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes note of a change. */
    void note(Run run) {
        if (!listeners.isEmpty()) {
            changes.add(run);
        }
    }

    /** Delivers all that was noted, unless another thread is at it. */
    void deliver() {
        // A listener that makes a change itself is told of it when it is through with this one.
        while (!changes.isEmpty() && !delivering.isHeldByCurrentThread() && delivering.tryLock()) {
            try {
                for (Run run = changes.poll(); run != null; run = changes.poll()) {
                    tell(run);
                }
            } finally {
                delivering.unlock();
            }
        }
    }

    private void tell(Run run) {
        for (RunListener listener : listeners) {
            try {
                listener.changed(run);
            } catch (RuntimeException e) {
                LOGGER.log(Level.ERROR, "A listener failed on " + run, e);
            }
        }
    }
}
