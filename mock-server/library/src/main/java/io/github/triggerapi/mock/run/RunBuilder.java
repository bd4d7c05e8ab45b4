package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a run is, for those who store runs; a builder is for one thread. */
public final class RunBuilder {
    String id = "";
    String task = "";
    String environment = "";
    RunStatus status = RunStatus.QUEUED;
    long number;
    long version;
    List<String> tags = List.of();
    String queue = "";

    @Nullable
    String concurrencyKey;

    @Nullable
    String idempotencyKey;

    @Nullable
    Instant idempotencyExpiresAt;

    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant delayUntil;

    @Nullable
    Duration ttl;

    @Nullable
    Instant queuedAt;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant finishedAt;

    @Nullable
    Instant dueAt;

    @Nullable
    String error;

    @Nullable
    JsonValue payload;

    @Nullable
    JsonValue context;

    @Nullable
    JsonValue options;

    @Nullable
    JsonValue output;

    RunBuilder() {}

    /**
     * Returns a builder with the values of a run that {@link Run#toJson} wrote.
     *
     * @throws IllegalArgumentException if the string is not the JSON of a run
     */
    public static RunBuilder fromJson(String json) {
        return RunJson.read(json);
    }

    RunBuilder(RunBuilder other) {
        id = other.id;
        task = other.task;
        environment = other.environment;
        status = other.status;
        number = other.number;
        version = other.version;
        tags = other.tags;
        queue = other.queue;
        concurrencyKey = other.concurrencyKey;
        idempotencyKey = other.idempotencyKey;
        idempotencyExpiresAt = other.idempotencyExpiresAt;
        createdAt = other.createdAt;
        delayUntil = other.delayUntil;
        ttl = other.ttl;
        queuedAt = other.queuedAt;
        startedAt = other.startedAt;
        finishedAt = other.finishedAt;
        dueAt = other.dueAt;
        error = other.error;
        payload = other.payload;
        context = other.context;
        options = other.options;
        output = other.output;
    }

    /** A builder in which nothing is set that each run has. */
    static RunBuilder unset() {
        RunBuilder run = new RunBuilder();
        run.id = null;
        run.task = null;
        run.environment = null;
        run.status = null;
        run.tags = null;
        run.queue = null;
        run.createdAt = null;
        return run;
    }

    /** Whether all is set that each run has. */
    boolean isComplete() {
        return Stream.of(id, task, environment, status, tags, queue, createdAt).allMatch(Objects::nonNull)
                && tags.stream().allMatch(Objects::nonNull);
    }

    /** Its identifier, unique in a store. */
    public RunBuilder id(String id) {
        this.id = id;
        return this;
    }

    /** The identifier of its task. */
    public RunBuilder task(String task) {
        this.task = task;
        return this;
    }

    /** The kind of the key that triggered it. */
    public RunBuilder environment(String environment) {
        this.environment = environment;
        return this;
    }

    /** Where it is; {@link RunStatus#QUEUED} unless set. */
    public RunBuilder status(RunStatus status) {
        this.status = status;
        return this;
    }

    /** Its place in the order in which the runs were made. */
    public RunBuilder number(long number) {
        this.number = number;
        return this;
    }

    /** How often it changed. */
    public RunBuilder version(long version) {
        this.version = version;
        return this;
    }

    /** Its tags, which are copied. */
    public RunBuilder tags(List<String> tags) {
        this.tags = List.copyOf(tags);
        return this;
    }

    /** The name of its queue. */
    public RunBuilder queue(String queue) {
        this.queue = queue;
        return this;
    }

    /** Which copy of the queue it is in. */
    public RunBuilder concurrencyKey(@Nullable String concurrencyKey) {
        this.concurrencyKey = concurrencyKey;
        return this;
    }

    /** What another request must name to get it. */
    public RunBuilder idempotencyKey(@Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        return this;
    }

    /** From when on the idempotency key means another run. */
    public RunBuilder idempotencyExpiresAt(@Nullable Instant idempotencyExpiresAt) {
        this.idempotencyExpiresAt = idempotencyExpiresAt;
        return this;
    }

    /** When it was triggered. */
    public RunBuilder createdAt(Instant createdAt) {
        this.createdAt = createdAt;
        return this;
    }

    /** When its delay ends. */
    public RunBuilder delayUntil(@Nullable Instant delayUntil) {
        this.delayUntil = delayUntil;
        return this;
    }

    /** How long it may wait in its queue. */
    public RunBuilder ttl(@Nullable Duration ttl) {
        this.ttl = ttl;
        return this;
    }

    /** When it entered its queue. */
    public RunBuilder queuedAt(@Nullable Instant queuedAt) {
        this.queuedAt = queuedAt;
        return this;
    }

    /** When it began to execute. */
    public RunBuilder startedAt(@Nullable Instant startedAt) {
        this.startedAt = startedAt;
        return this;
    }

    /** When it got its last status. */
    public RunBuilder finishedAt(@Nullable Instant finishedAt) {
        this.finishedAt = finishedAt;
        return this;
    }

    /** When its status changes by time alone. */
    public RunBuilder dueAt(@Nullable Instant dueAt) {
        this.dueAt = dueAt;
        return this;
    }

    /** Why it failed. */
    public RunBuilder error(@Nullable String error) {
        this.error = error;
        return this;
    }

    /**
     * Sets the payload to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * The JSON is needed, and an {@link IllegalArgumentException} is thrown if Jackson cannot write the value, at the
     * latest when a store takes the run.
     */
    public RunBuilder payload(@Nullable Object value) {
        payload = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the context to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * See {@link #payload}.
     */
    public RunBuilder context(@Nullable Object value) {
        context = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the options to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * See {@link #payload}.
     */
    public RunBuilder options(@Nullable Object value) {
        options = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the output to what Jackson writes for a value.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public RunBuilder output(@Nullable Object value) {
        output = JsonValue.of(value);
        return this;
    }

    /**
     * Its payload, as JSON.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public RunBuilder payloadJson(@Nullable String json) {
        payload = JsonValue.ofText(json);
        return this;
    }

    /**
     * Its context, as JSON.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public RunBuilder contextJson(@Nullable String json) {
        context = JsonValue.ofText(json);
        return this;
    }

    /**
     * Its options, as JSON.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public RunBuilder optionsJson(@Nullable String json) {
        options = JsonValue.ofText(json);
        return this;
    }

    /**
     * What its handler gave, as JSON.
     *
     * @throws IllegalArgumentException where the text is no JSON
     */
    public RunBuilder outputJson(@Nullable String json) {
        output = JsonValue.ofText(json);
        return this;
    }

    /** Makes the run. */
    public Run build() {
        return new Run(new RunBuilder(this));
    }
}
