package io.github.triggerapi.client.retry;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits between two attempts of a request, or between two requests of a polling. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param cancelled returns whether the call has been cancelled, which ends the wait
     * @throws InterruptedException if the thread is interrupted
     */
    void sleep(Duration delay, BooleanSupplier cancelled) throws InterruptedException;

    /** Returns a sleeper that blocks the thread, and checks every 50 ms whether the call has been cancelled. */
    static Sleeper blocking() {
        return (delay, cancelled) -> {
            long start = System.nanoTime();
            long left = delay.toNanos();
            while (left > 0 && !cancelled.getAsBoolean()) {
                Thread.sleep(Math.min(left / 1_000_000 + 1, 50));
                left = delay.toNanos() - (System.nanoTime() - start);
            }
        };
    }
}
