package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of runs: they are completed with an output, or they fail. By default it applies to every run of a task, at once.
 * The methods that return another outcome change that.
 *
 * <p>An outcome is immutable. Further ones are made from it, as in {@code TaskOutcome.failed("No stock").times(2)}.
 */
public final class TaskOutcome {
    private static final Set<RunStatus> FAILURES = Collections.unmodifiableSet(
            EnumSet.of(RunStatus.FAILED, RunStatus.TIMED_OUT, RunStatus.CRASHED, RunStatus.SYSTEM_FAILURE));

    private final RunStatus status;
    private final @Nullable String outputJson;
    private final @Nullable String error;
    private final Duration duration;
    private final @Nullable JsonNode payload;
    private final int times;

    private TaskOutcome(
            RunStatus status,
            @Nullable String outputJson,
            @Nullable String error,
            Duration duration,
            @Nullable JsonNode payload,
            int times) {
        this.status = status;
        this.outputJson = outputJson;
        this.error = error;
        this.duration = duration;
        this.payload = payload;
        this.times = times;
    }

    /** Returns an outcome that completes runs without an output. */
    public static TaskOutcome completed() {
        return new TaskOutcome(RunStatus.COMPLETED, null, null, Duration.ZERO, null, Integer.MAX_VALUE);
    }

    /**
     * Returns an outcome that completes runs.
     *
     * @param output the output, which Jackson must be able to write
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public static TaskOutcome completed(Object output) {
        Objects.requireNonNull(output, "output");
        String json = Run.builder().output(output).build().outputJson();
        return new TaskOutcome(RunStatus.COMPLETED, json, null, Duration.ZERO, null, Integer.MAX_VALUE);
    }

    /**
     * Returns an outcome that makes runs fail.
     *
     * @param error the message
     */
    public static TaskOutcome failed(String error) {
        return failed(RunStatus.FAILED, error);
    }

    /**
     * Returns an outcome that makes runs fail with a status of their own.
     *
     * @param status {@link RunStatus#FAILED}, {@link RunStatus#TIMED_OUT}, {@link RunStatus#CRASHED} or
     *     {@link RunStatus#SYSTEM_FAILURE}
     * @param error the message
     * @throws IllegalArgumentException if it is another status
     */
    public static TaskOutcome failed(RunStatus status, String error) {
        if (!FAILURES.contains(status)) {
            throw new IllegalArgumentException("status must be one of %s: %s".formatted(FAILURES, status));
        }
        return new TaskOutcome(
                status, null, Objects.requireNonNull(error, "error"), Duration.ZERO, null, Integer.MAX_VALUE);
    }

    /**
     * Returns an outcome that makes runs stay {@link RunStatus#QUEUED} until they expire. They take no room of their queue, and
     * a later setting of the task does not start them.
     */
    public static TaskOutcome stayQueued() {
        return new TaskOutcome(RunStatus.QUEUED, null, null, Duration.ZERO, null, Integer.MAX_VALUE);
    }

    /**
     * Returns the same outcome after some time by the clock of the server, during which the run is executing.
     *
     * @param duration 0 or more
     * @throws IllegalStateException if runs stay queued, as they do not execute
     */
    public TaskOutcome after(Duration duration) {
        if (staysQueued()) {
            throw new IllegalStateException("Runs that stay queued do not execute for a time");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        return new TaskOutcome(status, outputJson, error, duration, payload, times);
    }

    /**
     * Returns the same outcome for runs with a payload that contains a value: objects contain all members of the value, and
     * everything else is equal to it.
     *
     * @param payload a value that Jackson can write
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    public TaskOutcome forPayload(Object payload) {
        JsonNode json = Run.builder()
                .payload(Objects.requireNonNull(payload, "payload"))
                .build()
                .payload(JsonNode.class);
        return new TaskOutcome(status, outputJson, error, duration, json, times);
    }

    /**
     * Returns the same outcome for a number of runs.
     *
     * @param times 1 or more
     */
    public TaskOutcome times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be 1 or more: " + times);
        }
        return new TaskOutcome(status, outputJson, error, duration, payload, times);
    }

    /** Returns the status that runs get at the end of their work; {@link RunStatus#QUEUED} if they stay queued. */
    public RunStatus status() {
        return status;
    }

    /** Returns whether runs stay queued until they expire. */
    public boolean staysQueued() {
        return status == RunStatus.QUEUED;
    }

    /** Returns the output as JSON; null if there is none. */
    public @Nullable String outputJson() {
        return outputJson;
    }

    /** Returns the message of a failure; empty if runs are completed. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    /** Returns what payloads contain, as JSON; null for any payload. */
    public @Nullable String payloadJson() {
        return payload == null ? null : payload.toString();
    }

    /** Returns how long runs are executing. */
    public Duration duration() {
        return duration;
    }

    /** Returns how many runs it applies to, at most {@link Integer#MAX_VALUE}, which stands for any number. */
    public int times() {
        return times;
    }

    /** Returns whether it applies to the payload of a run. */
    public boolean appliesTo(Run run) {
        return payload == null || contains(run.payload(JsonNode.class), payload);
    }

    private static boolean contains(@Nullable JsonNode actual, @Nullable JsonNode expected) {
        if (actual == null || expected == null) {
            return expected == null;
        }
        if (expected.isObject() && actual.isObject()) {
            for (String name : (Iterable<String>) expected::fieldNames) {
                if (!contains(actual.get(name), expected.get(name))) {
                    return false;
                }
            }
            return true;
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!contains(actual.get(i), expected.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(actual);
    }
}
