package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.QueueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to trigger a task. */
public final class RunRequest {
    /** How long an idempotency key belongs to its run. */
    static final Duration IDEMPOTENCY_LIFE = Duration.ofDays(30);

    /** How long a request key is remembered, counted from the first attempt. */
    static final Duration REQUEST_LIFE = Duration.ofHours(24);

    /** The time to live of runs in the development environment whose request sets none. */
    static final Duration DEVELOPMENT_TTL = Duration.ofMinutes(10);

    private final String task;
    private final String environment;
    private final @Nullable Object payload;
    private final @Nullable Object context;
    private final @Nullable Object options;
    private final List<String> tags;
    private final @Nullable String queue;
    private final boolean setsLimit;
    private final @Nullable Integer limit;
    private final @Nullable String concurrencyKey;
    private final @Nullable String idempotencyKey;
    private final @Nullable String requestKey;
    private final @Nullable Instant delayUntil;
    private final @Nullable Duration ttl;

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

    /** Returns the run that the request asks for. */
    public NewRun toNewRun(String id, Instant now) {
        boolean delayed = delayUntil != null && delayUntil.isAfter(now);
        Duration timeToLive = timeToLive();
        RunBuilder run = Run.builder()
                .id(id)
                // Interned because the runs of a task share these strings.
                .task(task.intern())
                .environment(environment.intern())
                .tags(tags)
                .queue(QueueKey.name(queue, task).intern())
                .concurrencyKey(concurrencyKey)
                .createdAt(now)
                .ttl(timeToLive)
                .payload(payload)
                .context(context)
                .options(options);
        if (idempotencyKey != null) {
            run.idempotencyKey(idempotencyKey).idempotencyExpiresAt(now.plus(IDEMPOTENCY_LIFE));
        }
        if (delayed) {
            run.status(RunStatus.DELAYED).delayUntil(delayUntil).dueAt(delayUntil);
        } else {
            run.status(RunStatus.QUEUED).queuedAt(now).dueAt(timeToLive == null ? null : now.plus(timeToLive));
        }
        return new NewRun(run.build(), requestKey, now.plus(REQUEST_LIFE), setsLimit, limit);
    }

    private @Nullable Duration timeToLive() {
        if (ttl == null) {
            return environment.equals("dev") ? DEVELOPMENT_TTL : null;
        }
        return ttl.isZero() ? null : ttl;
    }

    /**
     * Returns a new builder with the two required values.
     *
     * @param task the identifier of the task
     * @param environment the kind of the key of the caller, such as {@code dev}
     */
    public static Builder builder(String task, String environment) {
        return new Builder(task, environment);
    }

    /** Builder for {@link RunRequest}; not safe for use by several threads. */
    public static final class Builder {
        private final String task;
        private final String environment;
        private @Nullable Object payload;
        private @Nullable Object context;
        private @Nullable Object options;
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

        /** Sets the payload to a value that Jackson can write. It must not change any more. */
        public Builder payload(@Nullable Object payload) {
            this.payload = payload;
            return this;
        }

        /** Sets the context to a value that Jackson can write. It must not change any more. */
        public Builder context(@Nullable Object context) {
            this.context = context;
            return this;
        }

        /** Sets the options as they were received, to a value that Jackson can write. It must not change any more. */
        public Builder options(@Nullable Object options) {
            this.options = options;
            return this;
        }

        /** Sets the tags. */
        public Builder tags(List<String> tags) {
            this.tags = List.copyOf(tags);
            return this;
        }

        /**
         * Sets the queue and the limit that it has from now on.
         *
         * @param name the requested name, null for the queue of the task
         * @param limit how many runs of each copy of the queue may execute at once, 0 or more; null for no limit
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

        /** Sets which copy of the queue the run enters. */
        public Builder concurrencyKey(@Nullable String concurrencyKey) {
            this.concurrencyKey = concurrencyKey;
            return this;
        }

        /**
         * Sets the key by which the run is found again: there is one run for each environment, task and key within 30
         * days.
         */
        public Builder idempotencyKey(@Nullable String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        /** Sets the key that all attempts of one request have in common: they get the same run within 24 hours. */
        public Builder requestKey(@Nullable String requestKey) {
            this.requestKey = requestKey;
            return this;
        }

        /** Sets when the run enters its queue; at once if it is null or in the past. */
        public Builder delayUntil(@Nullable Instant delayUntil) {
            this.delayUntil = delayUntil;
            return this;
        }

        /**
         * Sets how long the run may wait in its queue, 0 for no limit. If null, it is 10 minutes in the environment
         * {@code dev}, and there is no limit in other environments.
         */
        public Builder ttl(@Nullable Duration ttl) {
            if (ttl != null && ttl.isNegative()) {
                throw new IllegalArgumentException("ttl must be 0 or more: " + ttl);
            }
            this.ttl = ttl;
            return this;
        }

        /** Builds the request. */
        public RunRequest build() {
            return new RunRequest(this);
        }
    }
}
