package io.github.triggerapi.client.retry;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits between two tries. A test may have one that only counts. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param wait how long
     * @param cancelled whether the call was cancelled meanwhile, which ends the wait
     * @throws InterruptedException where the thread was interrupted
     */
    void sleep(Duration wait, BooleanSupplier cancelled) throws InterruptedException;

    /** Blocks the thread of the call, and looks 20 times a second whether the call was cancelled. */
    static Sleeper blocking() {
        return (wait, cancelled) -> {
            long start = System.nanoTime();
            long left = wait.toNanos();
            while (left > 0 && !cancelled.getAsBoolean()) {
                Thread.sleep(Math.min(left / 1_000_000 + 1, 50));
                left = wait.toNanos() - (System.nanoTime() - start);
            }
        };
    }
}
