package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.concurrent.DaemonThreads;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The threads that execute handlers. */
final class HandlerThreads {
    private static final Logger LOGGER = System.getLogger(HandlerThreads.class.getName());
    private static final int KEEP_SECONDS = 10;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LAST_PAUSE_MILLIS = 2000;

    private final ThreadPoolExecutor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
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

    void start(Runnable work) {
        count(1);
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    count(-1);
                }
            });
        } catch (RejectedExecutionException closed) {
            count(-1);
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
