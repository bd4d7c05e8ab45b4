package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builder for {@link Run}, for stores; not safe for use by several threads. */
public final class RunBuilder implements Cloneable {
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

    /** Returns a builder with the same values. */
    RunBuilder copy() {
        try {
            return (RunBuilder) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a builder in which the values that every run has are not set. */
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

    /** Returns whether all values that every run has are set. */
    boolean isComplete() {
        return Stream.of(id, task, environment, status, tags, queue, createdAt).allMatch(Objects::nonNull)
                && tags.stream().allMatch(Objects::nonNull);
    }

    /** Sets the identifier, which is unique in a store. */
    public RunBuilder id(String id) {
        this.id = id;
        return this;
    }

    /** Sets the identifier of the task. */
    public RunBuilder task(String task) {
        this.task = task;
        return this;
    }

    /** Sets the kind of the API key that triggered it. */
    public RunBuilder environment(String environment) {
        this.environment = environment;
        return this;
    }

    /** Sets the status. The default is {@link RunStatus#QUEUED}. */
    public RunBuilder status(RunStatus status) {
        this.status = status;
        return this;
    }

    /** Sets the position in the order of creation. */
    public RunBuilder number(long number) {
        this.number = number;
        return this;
    }

    /** Sets how often it changed. */
    public RunBuilder version(long version) {
        this.version = version;
        return this;
    }

    /** Sets the tags, which are copied. */
    public RunBuilder tags(List<String> tags) {
        this.tags = List.copyOf(tags);
        return this;
    }

    /** Sets the name of the queue. */
    public RunBuilder queue(String queue) {
        this.queue = queue;
        return this;
    }

    /** Sets which copy of the queue it is in. */
    public RunBuilder concurrencyKey(@Nullable String concurrencyKey) {
        this.concurrencyKey = concurrencyKey;
        return this;
    }

    /** Sets the key with which other requests get the run. */
    public RunBuilder idempotencyKey(@Nullable String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        return this;
    }

    /** Sets when the idempotency key expires. */
    public RunBuilder idempotencyExpiresAt(@Nullable Instant idempotencyExpiresAt) {
        this.idempotencyExpiresAt = idempotencyExpiresAt;
        return this;
    }

    /** Sets when it was triggered. */
    public RunBuilder createdAt(Instant createdAt) {
        this.createdAt = createdAt;
        return this;
    }

    /** Sets when its delay ends. */
    public RunBuilder delayUntil(@Nullable Instant delayUntil) {
        this.delayUntil = delayUntil;
        return this;
    }

    /** Sets how long it may wait in its queue. */
    public RunBuilder ttl(@Nullable Duration ttl) {
        this.ttl = ttl;
        return this;
    }

    /** Sets when it entered its queue. */
    public RunBuilder queuedAt(@Nullable Instant queuedAt) {
        this.queuedAt = queuedAt;
        return this;
    }

    /** Sets when it began to execute. */
    public RunBuilder startedAt(@Nullable Instant startedAt) {
        this.startedAt = startedAt;
        return this;
    }

    /** Sets when it got its last status. */
    public RunBuilder finishedAt(@Nullable Instant finishedAt) {
        this.finishedAt = finishedAt;
        return this;
    }

    /** Sets when its status changes by time alone. */
    public RunBuilder dueAt(@Nullable Instant dueAt) {
        this.dueAt = dueAt;
        return this;
    }

    /** Sets why it failed. */
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
     * Sets the payload as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder payloadJson(@Nullable String json) {
        payload = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the context as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder contextJson(@Nullable String json) {
        context = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the options as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder optionsJson(@Nullable String json) {
        options = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the output as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder outputJson(@Nullable String json) {
        output = JsonValue.parse(json);
        return this;
    }

    /** Builds a run; the builder can be reused. */
    public Run build() {
        return new Run(copy());
    }
}
