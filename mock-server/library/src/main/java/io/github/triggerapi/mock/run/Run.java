package io.github.triggerapi.mock.run;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of a run. Get the run again to see its later state.
 *
 * <p>Two instances are equal if they show the same version of the same run.
 */
public final class Run {
    /** The greatest {@link #number()} and {@link #version()}: the greatest integer that every JSON parser reads exactly. */
    public static final long MAX_NUMBER = (1L << 53) - 1;

    /** The estimated memory of a run without its JSON values and strings. */
    private static final int BASE_BYTES = 520;

    /** The estimated memory of a tag without its characters. */
    private static final int TAG_BYTES = 50;

    /** A copy that nobody else can change. */
    private final RunData data;

    Run(RunData data) {
        this.data = data;
    }

    /** Returns a new builder. */
    public static RunBuilder builder() {
        return new RunBuilder(new RunData());
    }

    /** Returns a builder with all values of the run and the next {@link #version()}. */
    public RunBuilder toBuilder() {
        return new RunBuilder(data.copy()).version(Math.min(data.version + 1, MAX_NUMBER));
    }

    /** Returns its identifier, {@code run_} and 21 letters and digits. */
    public String id() {
        return data.id;
    }

    /** Returns the identifier of its task. */
    public String task() {
        return data.task;
    }

    /** Returns the kind of the API key that triggered it, such as {@code dev}. */
    public String environment() {
        return data.environment;
    }

    /** Returns its status. */
    public RunStatus status() {
        return data.status;
    }

    /** Returns its position in the order of creation; later runs have greater numbers. */
    public long number() {
        return data.number;
    }

    /** Returns how often it changed. */
    public long version() {
        return data.version;
    }

    /** Returns the payload as JSON, null if absent. */
    public @Nullable String payloadJson() {
        return JsonValue.string(data.payload);
    }

    /**
     * Converts the payload to an object, by Jackson and its modules on the class path. Members that the type does not
     * have are ignored.
     *
     * @return null if the payload is absent or null
     * @throws IllegalArgumentException if the payload does not fit the type
     */
    public <T> @Nullable T payload(Class<T> type) {
        return JsonValue.convert(data.payload, type);
    }

    /** Returns the context as JSON, null if absent. */
    public @Nullable String contextJson() {
        return JsonValue.string(data.context);
    }

    /** Returns the options as JSON in the form in which they were sent, null if absent. */
    public @Nullable String optionsJson() {
        return JsonValue.string(data.options);
    }

    /** Returns its tags in the order in which they were sent. */
    public List<String> tags() {
        return data.tags;
    }

    /** Returns the name of its queue; {@code task/} and the task if the request named none. */
    public String queue() {
        return data.queue;
    }

    /** Returns which copy of the queue it is in, null for the queue itself. */
    public @Nullable String concurrencyKey() {
        return data.concurrencyKey;
    }

    /** Returns the key with which other requests get this run, null if it has none. */
    public @Nullable String idempotencyKey() {
        return data.idempotencyKey;
    }

    /** Returns when the idempotency key expires, null if it has none. */
    public @Nullable Instant idempotencyExpiresAt() {
        return data.idempotencyExpiresAt;
    }

    /** Returns the idempotency key as its user gave it, from which the key is made; null if it is not known. */
    public @Nullable String givenIdempotencyKey() {
        return data.givenIdempotencyKey;
    }

    /** Returns whether it was triggered as a test. */
    public boolean isTest() {
        return data.test;
    }

    /** Returns the id of the batch that it was triggered in, null if there is none. */
    public @Nullable String batchId() {
        return data.batchId;
    }

    /** Returns the id of the run that triggered it, null if there is none. */
    public @Nullable String parentRunId() {
        return data.parentRunId;
    }

    /** Returns the id of the first of the runs that triggered each other, null if no run triggered it. */
    public @Nullable String rootRunId() {
        return data.rootRunId;
    }

    /** Returns how many runs there are between it and its root; 0 if no run triggered it. */
    public int depth() {
        return data.depth;
    }

    /** Returns how often it began to execute. */
    public int attemptCount() {
        return data.attemptCount;
    }

    /** Returns its metadata as JSON, null if absent. */
    public @Nullable String metadataJson() {
        return JsonValue.string(data.metadata);
    }

    /**
     * Converts its metadata to an object; see {@link #payload(Class)}.
     *
     * @return null if they are absent
     * @throws IllegalArgumentException if they do not fit the type
     */
    public <T> @Nullable T metadata(Class<T> type) {
        return JsonValue.convert(data.metadata, type);
    }

    /** Returns how many bytes its metadata have as JSON, 0 if they are absent. */
    public int metadataBytes() {
        return JsonValue.size(data.metadata);
    }

    /** Returns the metadata that it was triggered with as JSON, null if absent. */
    public @Nullable String initialMetadataJson() {
        return JsonValue.string(data.initialMetadata == null ? data.metadata : data.initialMetadata);
    }

    /** Returns when it was triggered. */
    public Instant createdAt() {
        return data.createdAt;
    }

    /** Returns when its delay ends or ended, null if it has none. */
    public @Nullable Instant delayUntil() {
        return data.delayUntil;
    }

    /** Returns how long it may wait in its queue, null for no limit. */
    public @Nullable Duration ttl() {
        return data.ttl;
    }

    /** Returns when it entered its queue, null if it has not. */
    public @Nullable Instant queuedAt() {
        return data.queuedAt;
    }

    /** Returns when it began to execute, null if it has not. */
    public @Nullable Instant startedAt() {
        return data.startedAt;
    }

    /** Returns when it got its last status, null if it has not. */
    public @Nullable Instant finishedAt() {
        return data.finishedAt;
    }

    /** Returns when it changed last. */
    public Instant updatedAt() {
        if (data.updatedAt != null) {
            return data.updatedAt;
        }
        return Stream.of(data.finishedAt, data.startedAt, data.queuedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(data.createdAt);
    }

    /** Returns how long it executed until now or until it finished; zero if it has not begun to. */
    public Duration executedFor(Instant now) {
        if (data.startedAt == null) {
            return Duration.ZERO;
        }
        Duration executed = Duration.between(data.startedAt, data.finishedAt == null ? now : data.finishedAt);
        return executed.isNegative() ? Duration.ZERO : executed;
    }

    /**
     * Returns when its status changes by time alone, at the end of its delay, its time to live or its work; null if it
     * does not.
     */
    public @Nullable Instant dueAt() {
        return data.dueAt;
    }

    /** Returns whether it stays queued until it expires: it is {@link RunStatus#QUEUED}, and does not start. */
    public boolean staysQueued() {
        return data.staysQueued;
    }

    /** Returns the output of its handler as JSON, null if there is none. */
    public @Nullable String outputJson() {
        return JsonValue.string(data.output);
    }

    /**
     * Converts the output of its handler to an object; see {@link #payload(Class)}.
     *
     * @return null if there is none
     * @throws IllegalArgumentException if the output does not fit the type
     */
    public <T> @Nullable T output(Class<T> type) {
        return JsonValue.convert(data.output, type);
    }

    /** Returns why it failed, null if it did not. */
    public @Nullable String error() {
        return data.error;
    }

    /** Returns the name of its error, such as that of the class of an exception; null if it is not known. */
    public @Nullable String errorName() {
        return data.errorName;
    }

    /** Returns the stack trace of its error, null if it is not known. */
    public @Nullable String stackTrace() {
        return data.stackTrace;
    }

    /** Returns the status that it gets at the end of its work, null if that is not known yet. */
    public @Nullable RunStatus finalStatus() {
        return data.finalStatus;
    }

    /** Returns the estimated memory that the run takes, in bytes. */
    public long memoryBytes() {
        long bytes = BASE_BYTES;
        for (JsonValue json : Arrays.asList(
                data.payload, data.context, data.options, data.output, data.metadata, data.initialMetadata)) {
            bytes += HeapBudget.ofArray(JsonValue.size(json));
        }
        for (String string : Arrays.asList(
                data.task,
                data.queue,
                data.concurrencyKey,
                data.idempotencyKey,
                data.givenIdempotencyKey,
                data.batchId,
                data.parentRunId,
                data.rootRunId,
                data.error,
                data.errorName,
                data.stackTrace)) {
            bytes += string == null ? 0 : string.length();
        }
        for (String tag : data.tags) {
            bytes += TAG_BYTES + tag.length();
        }
        return bytes;
    }

    /** Returns the run as JSON, which {@link RunBuilder#fromJson} reads. */
    public String toJson() {
        return RunJson.write(data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Run that && id().equals(that.id()) && version() == that.version();
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), version());
    }

    /** Returns id, task, environment and status, without the payload. */
    @Override
    public String toString() {
        return "%s of %s in %s: %s".formatted(id(), task(), environment(), status());
    }
}
