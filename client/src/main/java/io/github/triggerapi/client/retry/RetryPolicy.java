package io.github.triggerapi.client.retry;

import java.time.Duration;

/**
 * How often a request is tried, and how long it waits in between. Immutable.
 *
 * <p>The wait before the try after the <i>n</i>th is {@code initialDelay × multiplier^(n-1)}, at most {@code maxDelay},
 * less a random part of it that {@code jitter} bounds. Where the service says how long to wait, it waits that long
 * instead, and no try follows if that is longer than {@code maxDelay}.
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

    /** As the service's own clients do: 5 tries, 1, 1.6, 2.56 and 4.1 seconds apart, here less a fifth at most. */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /** One try. */
    public static RetryPolicy none() {
        return NONE;
    }

    /** Starts with what is {@link #standard}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The greatest number of tries, the first among them. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /** The wait before the second try. */
    public Duration initialDelay() {
        return initialDelay;
    }

    /** By how much each wait is longer than the one before. */
    public double multiplier() {
        return multiplier;
    }

    /** The longest wait, whether it follows from this policy or from what the service says. */
    public Duration maxDelay() {
        return maxDelay;
    }

    /** The greatest part of a wait that is left out at random, from 0 to 1. */
    public double jitter() {
        return jitter;
    }

    /**
     * The wait before the try that follows a number of them.
     *
     * @param tries how many there were, from 1
     * @param random from 0 to 1
     */
    Duration delay(int tries, double random) {
        double longest = Math.min(initialDelay.toNanos() * Math.pow(multiplier, tries - 1.0), maxDelay.toNanos());
        return Duration.ofNanos((long) (longest * (1 - jitter * random)));
    }

    @Override
    public String toString() {
        return "RetryPolicy(maxAttempts=" + maxAttempts + ", initialDelay=" + initialDelay + ", multiplier="
                + multiplier + ", maxDelay=" + maxDelay + ", jitter=" + jitter + ")";
    }

    /** Puts a {@link RetryPolicy} together. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofDays(1);

        private int maxAttempts = 5;
        private Duration initialDelay = Duration.ofSeconds(1);
        private double multiplier = 1.6;
        private Duration maxDelay = Duration.ofMinutes(1);
        private double jitter = 0.2;

        private Builder() {}

        /**
         * The greatest number of tries, the first among them; 5 by default.
         *
         * @throws IllegalArgumentException where it is less than 1
         */
        public Builder maxAttempts(int maxAttempts) {
            require(maxAttempts >= 1, "maxAttempts", maxAttempts, "1 or more");
            this.maxAttempts = maxAttempts;
            return this;
        }

        /**
         * The wait before the second try; a second by default.
         *
         * @throws IllegalArgumentException where it is negative or more than a day
         */
        public Builder initialDelay(Duration initialDelay) {
            require(isWait(initialDelay), "initialDelay", initialDelay, "from nothing to a day");
            this.initialDelay = initialDelay;
            return this;
        }

        /**
         * By how much each wait is longer than the one before; 1.6 by default.
         *
         * @throws IllegalArgumentException where it is less than 1, or more than 100
         */
        public Builder multiplier(double multiplier) {
            require(multiplier >= 1 && multiplier <= 100, "multiplier", multiplier, "from 1 to 100");
            this.multiplier = multiplier;
            return this;
        }

        /**
         * The longest wait; a minute by default.
         *
         * @throws IllegalArgumentException where it is negative or more than a day
         */
        public Builder maxDelay(Duration maxDelay) {
            require(isWait(maxDelay), "maxDelay", maxDelay, "from nothing to a day");
            this.maxDelay = maxDelay;
            return this;
        }

        /**
         * The greatest part of a wait that is left out at random, so that clients that failed together do not return
         * together; 0.2 by default.
         *
         * @throws IllegalArgumentException where it is not from 0 to 1
         */
        public Builder jitter(double jitter) {
            require(jitter >= 0 && jitter <= 1, "jitter", jitter, "from 0 to 1");
            this.jitter = jitter;
            return this;
        }

        /** The finished policy. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }

        private static boolean isWait(Duration wait) {
            return !wait.isNegative() && wait.compareTo(LONGEST) <= 0;
        }

        private static void require(boolean holds, String name, Object value, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
            }
        }
    }
}
