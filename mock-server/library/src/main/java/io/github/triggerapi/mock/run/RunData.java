package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a run. */
final class RunData implements Cloneable {
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

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean staysQueued;

    @Nullable
    String error;

    /** The name of the error, such as that of a class. */
    @Nullable
    String errorName;

    @Nullable
    String stackTrace;

    /** The status at the end of the work, if it is known from the start. */
    @Nullable
    RunStatus finalStatus;

    @Nullable
    Instant updatedAt;

    @Nullable
    String givenIdempotencyKey;

    @Nullable
    String batchId;

    @Nullable
    String parentRunId;

    @Nullable
    String rootRunId;

    int depth;
    int attemptCount;
    boolean test;

    @Nullable
    JsonValue metadata;

    /** The metadata before their first change; null if they have not changed. */
    @Nullable
    JsonValue initialMetadata;

    @Nullable
    JsonValue payload;

    @Nullable
    JsonValue context;

    @Nullable
    JsonValue options;

    @Nullable
    JsonValue output;

    RunData copy() {
        try {
            return (RunData) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns data in which the values that every run has are not set. */
    static RunData unset() {
        RunData run = new RunData();
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
}
