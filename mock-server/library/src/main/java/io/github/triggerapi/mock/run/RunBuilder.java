package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder for {@link Run}, for stores; not safe for use by several threads. */
public final class RunBuilder {
    private final RunData data;

    RunBuilder(RunData data) {
        this.data = data;
    }

    /**
     * Returns a builder with the values of a run that {@link Run#toJson} wrote.
     *
     * @throws IllegalArgumentException if the string is not the JSON of a run
     */
    public static RunBuilder fromJson(String json) {
        return new RunBuilder(RunJson.read(json));
    }

    /** Sets the identifier, which is unique in a store. */
    public RunBuilder id(String id) {
        data.id = id;
        return this;
    }

    /** Sets the identifier of the task. */
    public RunBuilder task(String task) {
        data.task = task;
        return this;
    }

    /** Sets the kind of the API key that triggered it. */
    public RunBuilder environment(String environment) {
        data.environment = environment;
        return this;
    }

    /** Sets the status. The default is {@link RunStatus#QUEUED}. */
    public RunBuilder status(RunStatus status) {
        data.status = status;
        return this;
    }

    /** Sets the position in the order of creation. */
    public RunBuilder number(long number) {
        data.number = number;
        return this;
    }

    /** Sets how often it changed. */
    public RunBuilder version(long version) {
        data.version = version;
        return this;
    }

    /** Sets the tags, which are copied. */
    public RunBuilder tags(List<String> tags) {
        data.tags = List.copyOf(tags);
        return this;
    }

    /** Sets the name of the queue. */
    public RunBuilder queue(String queue) {
        data.queue = queue;
        return this;
    }

    /** Sets which copy of the queue it is in. */
    public RunBuilder concurrencyKey(@Nullable String concurrencyKey) {
        data.concurrencyKey = concurrencyKey;
        return this;
    }

    /** Sets the key with which other requests get the run. */
    public RunBuilder idempotencyKey(@Nullable String idempotencyKey) {
        data.idempotencyKey = idempotencyKey;
        return this;
    }

    /** Sets when the idempotency key expires. */
    public RunBuilder idempotencyExpiresAt(@Nullable Instant idempotencyExpiresAt) {
        data.idempotencyExpiresAt = idempotencyExpiresAt;
        return this;
    }

    /** Sets the idempotency key as its user gave it. */
    public RunBuilder givenIdempotencyKey(@Nullable String givenIdempotencyKey) {
        data.givenIdempotencyKey = givenIdempotencyKey;
        return this;
    }

    /** Sets whether it was triggered as a test. */
    public RunBuilder test(boolean test) {
        data.test = test;
        return this;
    }

    /** Sets the id of the batch that it was triggered in. */
    public RunBuilder batchId(@Nullable String batchId) {
        data.batchId = batchId;
        return this;
    }

    /** Sets the id of the run that triggered it. */
    public RunBuilder parentRunId(@Nullable String parentRunId) {
        data.parentRunId = parentRunId;
        return this;
    }

    /** Sets the id of the first of the runs that triggered each other. */
    public RunBuilder rootRunId(@Nullable String rootRunId) {
        data.rootRunId = rootRunId;
        return this;
    }

    /** Sets how many runs there are between it and its root. */
    public RunBuilder depth(int depth) {
        data.depth = depth;
        return this;
    }

    /** Sets how often it began to execute. */
    public RunBuilder attemptCount(int attemptCount) {
        data.attemptCount = attemptCount;
        return this;
    }

    /** Sets when it changed last. */
    public RunBuilder updatedAt(@Nullable Instant updatedAt) {
        data.updatedAt = updatedAt;
        return this;
    }

    /** Sets when it was triggered. */
    public RunBuilder createdAt(Instant createdAt) {
        data.createdAt = createdAt;
        return this;
    }

    /** Sets when its delay ends. */
    public RunBuilder delayUntil(@Nullable Instant delayUntil) {
        data.delayUntil = delayUntil;
        return this;
    }

    /** Sets how long it may wait in its queue. */
    public RunBuilder ttl(@Nullable Duration ttl) {
        data.ttl = ttl;
        return this;
    }

    /** Sets when it entered its queue. */
    public RunBuilder queuedAt(@Nullable Instant queuedAt) {
        data.queuedAt = queuedAt;
        return this;
    }

    /** Sets when it began to execute. */
    public RunBuilder startedAt(@Nullable Instant startedAt) {
        data.startedAt = startedAt;
        return this;
    }

    /** Sets when it got its last status. */
    public RunBuilder finishedAt(@Nullable Instant finishedAt) {
        data.finishedAt = finishedAt;
        return this;
    }

    /** Sets when its status changes by time alone. */
    public RunBuilder dueAt(@Nullable Instant dueAt) {
        data.dueAt = dueAt;
        return this;
    }

    /** Sets whether it stays queued until it expires. The default is false. */
    public RunBuilder staysQueued(boolean staysQueued) {
        data.staysQueued = staysQueued;
        return this;
    }

    /** Sets why it failed. */
    public RunBuilder error(@Nullable String error) {
        data.error = error;
        return this;
    }

    /** Sets the name of its error. */
    public RunBuilder errorName(@Nullable String errorName) {
        data.errorName = errorName;
        return this;
    }

    /** Sets the stack trace of its error. */
    public RunBuilder stackTrace(@Nullable String stackTrace) {
        data.stackTrace = stackTrace;
        return this;
    }

    /** Sets the status that it gets at the end of its work. */
    public RunBuilder finalStatus(@Nullable RunStatus finalStatus) {
        data.finalStatus = finalStatus;
        return this;
    }

    /**
     * Sets the payload to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * The JSON is needed, and an {@link IllegalArgumentException} is thrown if Jackson cannot write the value, at the
     * latest when a store takes the run.
     */
    public RunBuilder payload(@Nullable Object value) {
        data.payload = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the context to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * See {@link #payload}.
     */
    public RunBuilder context(@Nullable Object value) {
        data.context = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the options to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * See {@link #payload}.
     */
    public RunBuilder options(@Nullable Object value) {
        data.options = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the output to what Jackson writes for a value.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public RunBuilder output(@Nullable Object value) {
        data.output = JsonValue.of(value);
        return this;
    }

    /**
     * Sets the payload as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder payloadJson(@Nullable String json) {
        data.payload = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the context as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder contextJson(@Nullable String json) {
        data.context = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the options as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder optionsJson(@Nullable String json) {
        data.options = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the output as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder outputJson(@Nullable String json) {
        data.output = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the metadata to what Jackson writes for a value when the JSON is first needed: the value must not change until then.
     * See {@link #payload}.
     */
    public RunBuilder metadata(@Nullable Object value) {
        data.metadata = JsonValue.lazy(value);
        return this;
    }

    /**
     * Sets the metadata as JSON.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder metadataJson(@Nullable String json) {
        data.metadata = JsonValue.parse(json);
        return this;
    }

    /**
     * Sets the metadata before their first change as JSON, null if they have not changed.
     *
     * @throws IllegalArgumentException if the string is not JSON
     */
    public RunBuilder initialMetadataJson(@Nullable String json) {
        data.initialMetadata = JsonValue.parse(json);
        return this;
    }

    /** Builds a run; the builder can be reused. */
    public Run build() {
        return new Run(data.copy());
    }
}
