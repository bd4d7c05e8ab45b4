package io.github.triggerapi.client.retry;

import java.time.Duration;

/**
 * How often a request is retried, and after which delays. Immutable.
 *
 * <p>The delay after attempt <i>n</i> is {@code initialDelay × multiplier^(n-1)}, at most {@code maxDelay}, reduced by a
 * random part of it of up to {@code jitter}. If the service requests a delay, it is used instead, with a little added at
 * random; if it requests more than {@code maxDelay}, there is no further attempt.
 */
public final class RetryPolicy {

    private static final RetryPolicy STANDARD = builder().build();
    private static final RetryPolicy NONE = builder().maxAttempts(1).build();

    private final int maxAttempts;
    private final Duration initialDelay;
    private final double multiplier;
    private final Duration maxDelay;
    private final double jitter;

    private RetryPolicy(Builder builder) {
        this.maxAttempts = builder.maxAttempts;
        this.initialDelay = builder.initialDelay;
        this.multiplier = builder.multiplier;
        this.maxDelay = builder.maxDelay;
        this.jitter = builder.jitter;
    }

    /**
     * Returns the policy of the service's own clients: 5 attempts, with delays of 1, 1.6, 2.56 and 4.1 seconds, reduced by
     * up to a fifth.
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** Returns the policy that never retries. */
    public static RetryPolicy none() {
        return NONE;
    }

    /** Returns a new builder with the values of {@link #standard()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the maximum number of attempts, including the first. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** Returns the delay before the second attempt. */
    public Duration initialDelay() {
        return initialDelay;
    }

    /** Returns the factor by which each delay is longer than the one before. */
    public double multiplier() {
        return multiplier;
    }

    /** Returns the maximum delay, also of those that the service requests. */
    public Duration maxDelay() {
        return maxDelay;
    }

    /** Returns the maximum part of a delay, from 0 to 1, by which it is reduced at random. */
    public double jitter() {
        return jitter;
    }

    @Override
    public String toString() {
        return "RetryPolicy(maxAttempts=" + maxAttempts + ", initialDelay=" + initialDelay + ", multiplier="
                + multiplier + ", maxDelay=" + maxDelay + ", jitter=" + jitter + ")";
    }

    /** Builder for {@link RetryPolicy}. Not thread-safe. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(1);

        private int maxAttempts = 5;
        private Duration initialDelay = Duration.ofSeconds(1);
        private double multiplier = 1.6;
        private Duration maxDelay = Duration.ofMinutes(1);
        private double jitter = 0.2;

        private Builder() {}

        /**
         * Sets the maximum number of attempts, including the first; 5 by default.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxAttempts(int maxAttempts) {
            require(maxAttempts >= 1, "maxAttempts", maxAttempts, "1 or more");
            this.maxAttempts = maxAttempts;
            return this;
        }

        /**
         * Sets the delay before the second attempt; one second by default.
         *
         * @throws IllegalArgumentException if it is negative or more than a day
         */
        public Builder initialDelay(Duration initialDelay) {
            require(isDelay(initialDelay), "initialDelay", initialDelay, "from zero to a day");
            this.initialDelay = initialDelay;
            return this;
        }

        /**
         * Sets the factor by which each delay is longer than the one before; 1.6 by default.
         *
         * @throws IllegalArgumentException if it is less than 1 or more than 100
         */
        public Builder multiplier(double multiplier) {
            require(multiplier >= 1 && multiplier <= 100, "multiplier", multiplier, "from 1 to 100");
            this.multiplier = multiplier;
            return this;
        }

        /**
         * Sets the maximum delay, also of those that the service requests; one minute by default.
         *
         * @throws IllegalArgumentException if it is negative or more than a day
         */
        public Builder maxDelay(Duration maxDelay) {
            require(isDelay(maxDelay), "maxDelay", maxDelay, "from zero to a day");
            this.maxDelay = maxDelay;
            return this;
        }

        /**
         * Sets the maximum part of a delay by which it is reduced at random, so that clients that failed at the same time
         * do not retry at the same time; 0.2 by default.
         *
         * @throws IllegalArgumentException if it is not from 0 to 1
         */
        public Builder jitter(double jitter) {
            require(jitter >= 0 && jitter <= 1, "jitter", jitter, "from 0 to 1");
            this.jitter = jitter;
            return this;
        }

        /** Builds a new policy; the builder can be reused. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }

        private static boolean isDelay(Duration delay) {
            return !delay.isNegative() && delay.compareTo(LONGEST) <= 0;
        }

        private static void require(boolean holds, String name, Object value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
            }
        }
    }
}
