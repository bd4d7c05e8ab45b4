package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.concurrent.DaemonThreads;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The threads that execute handlers. */
final class HandlerThreads {
    private static final Logger LOGGER = System.getLogger(HandlerThreads.class.getName());
    private static final int KEEP_SECONDS = 10;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LAST_PAUSE_MILLIS = 2000;

    private final ThreadPoolExecutor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Set<Work> prepared = ConcurrentHashMap.newKeySet();
    private int working;

    HandlerThreads(int count) {
        threads = new ThreadPoolExecutor(
                count,
                count,
                KEEP_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                DaemonThreads.named("mock-handler"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Returns the work on a run that is about to start, which can be canceled from now on. */
    Work prepare(String run) {
        Work work = new Work(run);
        prepared.add(work);
        return work;
    }

    /** Forgets work that was prepared and is not started. */
    void discard(Work work) {
        prepared.remove(work);
    }

    /** Starts work on a thread. */
    void start(Work work, Runnable step) {
        count(1);
        try {
            threads.execute(() -> {
                try {
                    step.run();
                } finally {
                    discard(work);
                    count(-1);
                }
            });
        } catch (RejectedExecutionException closed) {
            discard(work);
            count(-1);
        }
    }

    /** Cancels the work on a run, if there is any here: its thread is interrupted. */
    void cancel(String run) {
        prepared.stream().filter(work -> work.run.equals(run)).forEach(Work::cancel);
    }

    /** The work of a handler on a run. */
    static final class Work {
        private final String run;
        private @Nullable Thread thread;
        private boolean canceled;

        private Work(String run) {
            this.run = run;
        }

        synchronized boolean isCanceled() {
            return canceled;
        }

        private synchronized void cancel() {
            canceled = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        /** Lets the current thread be interrupted from now on; returns false if the work is canceled. */
        synchronized boolean begin() {
            thread = canceled ? null : Thread.currentThread();
            return !canceled;
        }

        /** Lets the thread not be interrupted any more; returns whether the work is canceled. */
        synchronized boolean end() {
            thread = null;
            if (canceled) {
                Thread.interrupted();
            }
            return canceled;
        }
    }

    /**
     * Runs a change repeatedly while the store is unavailable, unless the thread is interrupted. The change must have
     * no further effect if an attempt succeeded without a response.
     */
    void retryUntilStored(Runnable change) {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LAST_PAUSE_MILLIS)) {
            try {
                change.run();
                return;
            } catch (StoreUnavailableException e) {
                LOGGER.log(Level.WARNING, "The result of a handler is not stored yet. {0}", e.getMessage());
            }
            if (threads.isShutdown()) {
                return;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void count(int more) {
        lock.lock();
        try {
            working += more;
            if (working == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no handler is running; returns false if one still is after the timeout. */
    boolean awaitIdle(Duration timeout) throws InterruptedException {
        long nanos = timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? timeout.toNanos() : Long.MAX_VALUE;
        lock.lockInterruptibly();
        try {
            while (working > 0) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = idle.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        // Work that never began is not awaited.
        threads.shutdownNow().forEach(work -> count(-1));
    }
}
