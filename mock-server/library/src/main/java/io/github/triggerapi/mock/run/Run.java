package io.github.triggerapi.mock.run;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was at one moment. It does not change: what became of it since is told by asking for it again.
 *
 * <p>Two are equal when they show the same run at the same moment of its life.
 */
public final class Run {
    /** The greatest {@link #number()} and {@link #version()}: the greatest integer that every JSON parser reads exactly. */
    public static final long MAX_NUMBER = (1L << 53) - 1;

    /** The estimated memory of a run without its JSON values and strings. */
    private static final int BASE_BYTES = 450;

    /** The estimated memory of a tag without its characters. */
    private static final int TAG_BYTES = 50;

    /** Kept from everyone who could change it. */
    private final RunBuilder data;

    Run(RunBuilder data) {
        this.data = data;
    }

    /** Starts with nothing set. */
    public static RunBuilder builder() {
        return new RunBuilder();
    }

    /** What the run may become: starts with all that it has, and with the next {@link #version()}. */
    public RunBuilder toBuilder() {
        return new RunBuilder(data).version(Math.min(data.version + 1, MAX_NUMBER));
    }

    /** Its identifier, {@code run_} and 21 letters and digits. */
    public String id() {
        return data.id;
    }

    /** The identifier of the task that it is of. */
    public String task() {
        return data.task;
    }

    /** The kind of the key that triggered it, such as {@code dev}. */
    public String environment() {
        return data.environment;
    }

    /** Where it is. */
    public RunStatus status() {
        return data.status;
    }

    /** Its place in the order in which the runs were made; later ones have greater numbers. */
    public long number() {
        return data.number;
    }

    /** How often it changed. */
    public long version() {
        return data.version;
    }

    /** The payload as JSON, null if absent. */
    public @Nullable String payloadJson() {
        return JsonValue.text(data.payload);
    }

    /**
     * The payload as an object, by Jackson and the modules of it that are on the class path. Members that the type does
     * not have are passed over.
     *
     * @return null if the payload is absent or null
     * @throws IllegalArgumentException where the payload does not fit the type
     */
    public <T> @Nullable T payload(Class<T> type) {
        return JsonValue.as(data.payload, type);
    }

    /** The context as JSON, null if absent. */
    public @Nullable String contextJson() {
        return JsonValue.text(data.context);
    }

    /** The options as they came, as JSON, null if absent. */
    public @Nullable String optionsJson() {
        return JsonValue.text(data.options);
    }

    /** Its tags, in the order in which they came. */
    public List<String> tags() {
        return data.tags;
    }

    /** The name of its queue; {@code task/} and the task where it named none. */
    public String queue() {
        return data.queue;
    }

    /** Which copy of the queue it is in, null for the queue itself. */
    public @Nullable String concurrencyKey() {
        return data.concurrencyKey;
    }

    /** What another request must name to get this run, null if nothing. */
    public @Nullable String idempotencyKey() {
        return data.idempotencyKey;
    }

    /** From when on the idempotency key means another run, null where it has none. */
    public @Nullable Instant idempotencyExpiresAt() {
        return data.idempotencyExpiresAt;
    }

    /** When it was triggered. */
    public Instant createdAt() {
        return data.createdAt;
    }

    /** When its delay ends or ended, null if it has none. */
    public @Nullable Instant delayUntil() {
        return data.delayUntil;
    }

    /** How long it may wait in its queue, null for ever. */
    public @Nullable Duration ttl() {
        return data.ttl;
    }

    /** When it entered its queue, null where it has not. */
    public @Nullable Instant queuedAt() {
        return data.queuedAt;
    }

    /** When it began to execute, null where it has not. */
    public @Nullable Instant startedAt() {
        return data.startedAt;
    }

    /** When it got its last status, null where it has not. */
    public @Nullable Instant finishedAt() {
        return data.finishedAt;
    }

    /** When its status changes by time alone: the end of delay, life or work; null if it does not. */
    public @Nullable Instant dueAt() {
        return data.dueAt;
    }

    /** What its handler gave, as JSON; null if nothing. */
    public @Nullable String outputJson() {
        return JsonValue.text(data.output);
    }

    /**
     * What its handler gave, as an object; see {@link #payload(Class)}.
     *
     * @return null if it gave nothing
     * @throws IllegalArgumentException where the output does not fit the type
     */
    public <T> @Nullable T output(Class<T> type) {
        return JsonValue.as(data.output, type);
    }

    /** Why it failed, null where it did not. */
    public @Nullable String error() {
        return data.error;
    }

    /** Returns the estimated memory that the run takes, in bytes. */
    public long memoryBytes() {
        long bytes = BASE_BYTES;
        for (JsonValue json : Arrays.asList(data.payload, data.context, data.options, data.output)) {
            bytes += HeapBudget.ofArray(JsonValue.size(json));
        }
        for (String string :
                Arrays.asList(data.task, data.queue, data.concurrencyKey, data.idempotencyKey, data.error)) {
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

    /** Id, task, environment and status; no payload. */
    @Override
    public String toString() {
        return "%s of %s in %s: %s".formatted(id(), task(), environment(), status());
    }
}
