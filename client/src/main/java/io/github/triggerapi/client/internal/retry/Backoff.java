package io.github.triggerapi.client.internal.retry;

import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Computes the delays of a retry policy.
 *
 * @param random returns numbers from 0 to 1
 */
record Backoff(RetryPolicy policy, DoubleSupplier random) {

    /**
     * Returns the delay before the next attempt.
     *
     * @param attempts the number of attempts so far, from 1
     */
    Duration delay(int attempts) {
        double delay = policy.initialDelay().toNanos() * Math.pow(policy.multiplier(), attempts - 1.0);
        double max = Math.min(delay, policy.maxDelay().toNanos());
        return Duration.ofNanos((long) (max * (1 - policy.jitter() * random.getAsDouble())));
    }

    /** Returns a random delay to add to one that the server requests, as other clients may get the same. */
    Duration jitter() {
        double max = Math.min(policy.initialDelay().toNanos(), policy.maxDelay().toNanos());
        return Duration.ofNanos((long) (max * policy.jitter() * random.getAsDouble()));
    }
}
