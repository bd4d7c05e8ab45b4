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

/** What is asked for when a task is triggered. */
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

    /** Collects what is asked for; a builder is for one thread. */
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

        /** The payload: what Jackson can write, and nobody changes any more. */
        public Builder payload(@Nullable Object payload) {
            this.payload = payload;
            return this;
        }

        /** The context: what Jackson can write, and nobody changes any more. */
        public Builder context(@Nullable Object context) {
            this.context = context;
            return this;
        }

        /** The options as they came: what Jackson can write, and nobody changes any more. */
        public Builder options(@Nullable Object options) {
            this.options = options;
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
