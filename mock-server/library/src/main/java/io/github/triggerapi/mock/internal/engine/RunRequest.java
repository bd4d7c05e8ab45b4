package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.QueueKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request to trigger a task; not safe for use by several threads while it is changed. */
public final class RunRequest {
    /** How long an idempotency key belongs to its run. */
    static final Duration IDEMPOTENCY_LIFE = Duration.ofDays(30);

    /** How long a request key is kept, counted from the first attempt. */
    static final Duration REQUEST_LIFE = Duration.ofHours(24);

    /** The time to live of runs in the development environment whose request sets none. */
    static final Duration DEVELOPMENT_TTL = Duration.ofMinutes(10);

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
    private @Nullable Object metadata;
    private @Nullable String givenIdempotencyKey;
    private Duration idempotencyLife = IDEMPOTENCY_LIFE;
    private @Nullable String batchId;
    private @Nullable String parentRunId;
    private boolean test;

    /**
     * Creates a request with the two required values.
     *
     * @param task the identifier of the task
     * @param environment the kind of the key of the caller, such as {@code dev}
     */
    public RunRequest(String task, String environment) {
        this.task = task;
        this.environment = environment;
    }

    /** Sets the payload to a value that Jackson can write. It must not change any more. */
    public RunRequest payload(@Nullable Object payload) {
        this.payload = payload;
        return this;
    }

    /** Sets the context to a value that Jackson can write. It must not change any more. */
    public RunRequest context(@Nullable Object context) {
        this.context = context;
        return this;
    }

    /** Sets the options as they were received, to a value that Jackson can write. It must not change any more. */
    public RunRequest options(@Nullable Object options) {
        this.options = options;
        return this;
    }

    public RunRequest tags(List<String> tags) {
        this.tags = List.copyOf(tags);
        return this;
    }

    /**
     * Sets the queue and the limit that it has from now on.
     *
     * @param name the requested name, null for the queue of the task
     * @param limit how many runs of each copy of the queue may execute at once, 0 or more; null for no limit
     */
    public RunRequest queue(@Nullable String name, @Nullable Integer limit) {
        if (limit != null && limit < 0) {
            throw new IllegalArgumentException("limit must be 0 or more: " + limit);
        }
        queue = name;
        setsLimit = true;
        this.limit = limit;
        return this;
    }

    /** Sets which copy of the queue the run enters. */
    public RunRequest concurrencyKey(@Nullable String concurrencyKey) {
        this.concurrencyKey = concurrencyKey;
        return this;
    }

    /**
     * Sets the key by which the run is found again: there is one run for each environment, task and key within 30
     * days.
     */
    public RunRequest idempotencyKey(@Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        return this;
    }

    /** Sets the key that all attempts of one request have in common: they get the same run within 24 hours. */
    public RunRequest requestKey(@Nullable String requestKey) {
        this.requestKey = requestKey;
        return this;
    }

    /** Sets when the run enters its queue; at once if it is null or in the past. */
    public RunRequest delayUntil(@Nullable Instant delayUntil) {
        this.delayUntil = delayUntil;
        return this;
    }

    /**
     * Sets how long the run may wait in its queue, 0 for no limit. If null, it is 10 minutes in the environment
     * {@code dev}, and there is no limit in other environments.
     */
    public RunRequest ttl(@Nullable Duration ttl) {
        if (ttl != null && ttl.isNegative()) {
            throw new IllegalArgumentException("ttl must be 0 or more: " + ttl);
        }
        this.ttl = ttl;
        return this;
    }

    /** Sets the metadata to a value that Jackson can write. It must not change any more. */
    public RunRequest metadata(@Nullable Object metadata) {
        this.metadata = metadata;
        return this;
    }

    /** Sets the idempotency key as its user gave it, from which the key is made. */
    public RunRequest givenIdempotencyKey(@Nullable String givenIdempotencyKey) {
        this.givenIdempotencyKey = givenIdempotencyKey;
        return this;
    }

    /**
     * Sets how long the idempotency key belongs to the run; 30 days by default.
     *
     * @param idempotencyLife 0 or more
     */
    public RunRequest idempotencyLife(Duration idempotencyLife) {
        if (idempotencyLife.isNegative()) {
            throw new IllegalArgumentException("idempotencyLife must be 0 or more: " + idempotencyLife);
        }
        this.idempotencyLife = idempotencyLife;
        return this;
    }

    /** Sets the batch that the run is triggered in. */
    public RunRequest batchId(@Nullable String batchId) {
        this.batchId = batchId;
        return this;
    }

    /** Sets the run that triggers this one. One that does not exist in the same environment is ignored. */
    public RunRequest parentRunId(@Nullable String parentRunId) {
        this.parentRunId = parentRunId;
        return this;
    }

    /** Sets whether the run is a test. */
    public RunRequest test(boolean test) {
        this.test = test;
        return this;
    }

    String task() {
        return task;
    }

    @Nullable
    String idempotencyKey() {
        return idempotencyKey;
    }

    /** Returns a run with the task, the payload, the metadata and the tags of another one, in the same queue. */
    static NewRun replay(Run source, String id, Instant now) {
        Duration timeToLive = new RunRequest(source.task(), source.environment()).timeToLive();
        Run run = source.toBuilder()
                .id(id)
                .version(0)
                .status(RunStatus.QUEUED)
                .createdAt(now)
                .updatedAt(now)
                .queuedAt(now)
                .dueAt(timeToLive == null ? null : now.plus(timeToLive))
                .ttl(timeToLive)
                .metadataJson(source.initialMetadataJson())
                .initialMetadataJson(null)
                .options(null)
                .idempotencyKey(null)
                .idempotencyExpiresAt(null)
                .givenIdempotencyKey(null)
                .delayUntil(null)
                .batchId(null)
                .parentRunId(null)
                .rootRunId(null)
                .depth(0)
                .attemptCount(0)
                .startedAt(null)
                .finishedAt(null)
                .outputJson(null)
                .error(null)
                .errorName(null)
                .stackTrace(null)
                .finalStatus(null)
                .build();
        return new NewRun(run, null, now.plus(REQUEST_LIFE), false, null);
    }

    /** Returns the run that the request asks for, without a parent. */
    public NewRun toNewRun(String id, Instant now) {
        return toNewRun(id, now, parent -> Optional.empty());
    }

    /**
     * Returns the run that the request asks for.
     *
     * @param runs finds the run with an id
     */
    NewRun toNewRun(String id, Instant now, Function<String, Optional<Run>> runs) {
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
                .updatedAt(now)
                .batchId(batchId)
                .test(test)
                .metadata(metadata)
                .ttl(timeToLive)
                .payload(payload)
                .context(context)
                .options(options);
        if (idempotencyKey != null) {
            run.idempotencyKey(idempotencyKey)
                    .givenIdempotencyKey(givenIdempotencyKey)
                    .idempotencyExpiresAt(now.plus(idempotencyLife));
        }
        if (parentRunId != null) {
            runs.apply(parentRunId)
                    .filter(parent -> parent.environment().equals(environment))
                    .ifPresent(parent -> run.parentRunId(parent.id())
                            .rootRunId(parent.rootRunId() == null ? parent.id() : parent.rootRunId())
                            .depth(parent.depth() + 1));
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
}
