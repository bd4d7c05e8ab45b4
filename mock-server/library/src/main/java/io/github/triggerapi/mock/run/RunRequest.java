package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for when a task is triggered. */
public final class RunRequest {
    final String task;
    final String environment;
    final @Nullable JsonValue payload;
    final @Nullable JsonValue context;
    final @Nullable JsonValue options;
    final List<String> tags;
    final @Nullable String queue;
    final boolean setsLimit;
    final @Nullable Integer limit;
    final @Nullable String concurrencyKey;
    final @Nullable String idempotencyKey;
    final @Nullable String requestKey;
    final @Nullable Instant delayUntil;
    final @Nullable Duration ttl;

    private RunRequest(Builder builder) {
        task = builder.task;
        environment = builder.environment;
        payload = builder.payload;
        context = builder.context;
        options = builder.options;
        tags = builder.tags;
        queue = builder.queue;
        setsLimit = builder.setsLimit;
        limit = builder.limit;
        concurrencyKey = builder.concurrencyKey;
        idempotencyKey = builder.idempotencyKey;
        requestKey = builder.requestKey;
        delayUntil = builder.delayUntil;
        ttl = builder.ttl;
    }

    /**
     * Starts with what every request has.
     *
     * @param task the identifier of the task
     * @param environment the kind of the key of the caller, such as {@code dev}
     */
    public static Builder builder(String task, String environment) {
        return new Builder(task, environment);
    }

    /** Collects what is asked for; a builder is for one thread. */
    public static final class Builder {
        private final String task;
        private final String environment;
        private @Nullable JsonValue payload;
        private @Nullable JsonValue context;
        private @Nullable JsonValue options;
        private List<String> tags = List.of();
        private @Nullable String queue;
        private boolean setsLimit;
        private @Nullable Integer limit;
        private @Nullable String concurrencyKey;
        private @Nullable String idempotencyKey;
        private @Nullable String requestKey;
        private @Nullable Instant delayUntil;
        private @Nullable Duration ttl;

        private Builder(String task, String environment) {
            this.task = task;
            this.environment = environment;
        }

        /** The payload: what Jackson can write, and nobody changes any more. */
        public Builder payload(@Nullable Object payload) {
            this.payload = JsonValue.later(payload);
            return this;
        }

        /** The context: what Jackson can write, and nobody changes any more. */
        public Builder context(@Nullable Object context) {
            this.context = JsonValue.later(context);
            return this;
        }

        /** The options as they came: what Jackson can write, and nobody changes any more. */
        public Builder options(@Nullable Object options) {
            this.options = JsonValue.later(options);
            return this;
        }

        /** Its tags. */
        public Builder tags(List<String> tags) {
            this.tags = List.copyOf(tags);
            return this;
        }

        /**
         * The queue and the limit that it has from now on.
         *
         * @param name the name as it came, null for the queue of the task
         * @param limit how many runs of each copy of it may execute at once, 0 or more; null for any number
         */
        public Builder queue(@Nullable String name, @Nullable Integer limit) {
            if (limit != null && limit < 0) {
                throw new IllegalArgumentException("limit must be 0 or more: " + limit);
            }
            queue = name;
            setsLimit = true;
            this.limit = limit;
            return this;
        }

        /** Which copy of the queue is meant. */
        public Builder concurrencyKey(@Nullable String concurrencyKey) {
            this.concurrencyKey = concurrencyKey;
            return this;
        }

        /** The user's name for the run: there is one for each environment, task and key within 30 days. */
        public Builder idempotencyKey(@Nullable String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        /** The same for all tries of one request: they get one run within 24 hours. */
        public Builder requestKey(@Nullable String requestKey) {
            this.requestKey = requestKey;
            return this;
        }

        /** When the run enters its queue; at once if this is null or past. */
        public Builder delayUntil(@Nullable Instant delayUntil) {
            this.delayUntil = delayUntil;
            return this;
        }

        /**
         * How long the run may wait in its queue, 0 for ever. If null, 10 minutes in the environment {@code dev} and for
         * ever in others.
         */
        public Builder ttl(@Nullable Duration ttl) {
            if (ttl != null && ttl.isNegative()) {
                throw new IllegalArgumentException("ttl must be 0 or more: " + ttl);
            }
            this.ttl = ttl;
            return this;
        }

        /** Makes the request. */
        public RunRequest build() {
            return new RunRequest(this);
        }
    }
}
