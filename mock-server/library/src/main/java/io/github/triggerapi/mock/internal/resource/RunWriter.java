package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs as JSON in the form of Trigger.dev. Members without a value are left out.
 *
 * <p>{@code EXPIRED} and {@code TIMED_OUT} set none of the members {@code isCompleted} and {@code isFailed}, as at
 * Trigger.dev.
 */
final class RunWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Set<RunStatus> COMPLETED = Set.of(
            RunStatus.COMPLETED, RunStatus.CANCELED, RunStatus.FAILED, RunStatus.CRASHED, RunStatus.SYSTEM_FAILURE);

    private static final Map<String, String> ENVIRONMENT_NAMES = Map.of("stg", "staging");

    private final RunStore store;
    private final Supplier<Instant> now;

    RunWriter(RunStore store, Supplier<Instant> now) {
        this.store = store;
        this.now = now;
    }

    /** Returns a time with milliseconds, as JavaScript writes it. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Returns a run with its payload, its output and its relatives. */
    ObjectNode retrieved(Run run) {
        ObjectNode json = related(run);
        put(
                json,
                "idempotencyKey",
                run.givenIdempotencyKey() == null ? run.idempotencyKey() : run.givenIdempotencyKey());
        set(json, "payload", run.payload(JsonNode.class));
        if (run.status() == RunStatus.COMPLETED) {
            set(json, "output", run.output(JsonNode.class));
        }
        if (run.error() != null && run.status().isFinished()) {
            ObjectNode error = json.putObject("error").put("message", run.error());
            put(error, "name", run.errorName());
            put(error, "stackTrace", run.stackTrace());
        }
        json.put("attemptCount", run.attemptCount());
        json.putArray("attempts");
        ObjectNode relatives = json.putObject("relatedRuns");
        addRelative(relatives, "root", run.rootRunId());
        addRelative(relatives, "parent", run.parentRunId());
        relatives.putArray("children");
        return json;
    }

    private void addRelative(ObjectNode relatives, String name, @Nullable String id) {
        if (id != null) {
            store.find(id).ifPresent(run -> relatives.set(name, related(run)));
        }
    }

    private ObjectNode related(Run run) {
        ObjectNode json = common(run);
        put(json, "batchId", run.batchId());
        json.put("triggerFunction", run.batchId() == null ? "trigger" : "batchTrigger");
        return json;
    }

    /** Returns a run as an item of a list. */
    ObjectNode listed(Run run) {
        ObjectNode json = common(run);
        json.putObject("env")
                .put("id", "env_" + run.environment())
                .put("name", ENVIRONMENT_NAMES.getOrDefault(run.environment(), run.environment()));
        json.put("taskKind", "STANDARD");
        return json;
    }

    private ObjectNode common(Run run) {
        RunStatus status = run.status();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", run.id()).put("status", status.name()).put("taskIdentifier", run.task());
        put(json, "idempotencyKey", run.idempotencyKey());
        json.put("isQueued", status == RunStatus.QUEUED || status == RunStatus.DELAYED)
                .put("isExecuting", status == RunStatus.EXECUTING)
                .put("isWaiting", false)
                .put("isCompleted", COMPLETED.contains(status))
                .put("isSuccess", status == RunStatus.COMPLETED)
                .put("isFailed", status != RunStatus.COMPLETED && COMPLETED.contains(status))
                .put("isCancelled", status == RunStatus.CANCELED)
                .put("isTest", run.isTest())
                .put("createdAt", time(run.createdAt()))
                .put("updatedAt", time(run.updatedAt()));
        putTime(json, "startedAt", run.startedAt());
        putTime(json, "finishedAt", run.finishedAt());
        putTime(json, "delayedUntil", run.delayUntil());
        putTime(json, "expiredAt", status == RunStatus.EXPIRED ? run.finishedAt() : null);
        put(json, "ttl", run.ttl() == null ? null : text(run.ttl()));
        ArrayNode tags = json.putArray("tags");
        run.tags().stream().sorted().forEach(tags::add);
        if (run.metadata(JsonNode.class) instanceof ObjectNode metadata) {
            json.set("metadata", metadata);
        }
        return json.put("costInCents", 0)
                .put("baseCostInCents", 0)
                .put("durationMs", run.executedFor(now.get()).toMillis())
                .put("depth", run.depth());
    }

    /** Returns the output or the error of a finished run. */
    static ObjectNode result(Run run) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        boolean ok = run.status() == RunStatus.COMPLETED;
        json.put("ok", ok).put("id", run.id()).put("taskIdentifier", run.task());
        if (ok) {
            put(json, "output", run.outputJson());
            json.put("outputType", "application/json");
        } else {
            json.set("error", error(run));
        }
        return json;
    }

    private static ObjectNode error(Run run) {
        ObjectNode error = Json.MAPPER.createObjectNode();
        String message = run.error() == null ? "The run ended with the status " + run.status() : run.error();
        String code = code(run.status());
        if (code != null) {
            error.put("type", "INTERNAL_ERROR").put("code", code).put("message", message);
        } else if (run.errorName() != null) {
            error.put("type", "BUILT_IN_ERROR")
                    .put("name", run.errorName())
                    .put("message", message)
                    .put("stackTrace", run.stackTrace() == null ? "" : run.stackTrace());
        } else {
            error.put("type", "STRING_ERROR").put("raw", message);
        }
        return error;
    }

    private static @Nullable String code(RunStatus status) {
        return switch (status) {
            case CANCELED -> "TASK_RUN_CANCELLED";
            case TIMED_OUT -> "MAX_DURATION_EXCEEDED";
            case CRASHED -> "TASK_EXECUTION_FAILED";
            case SYSTEM_FAILURE -> "UNSPECIFIED_ERROR";
            default -> null;
        };
    }

    /** Returns a run with every member that one can have. */
    ObjectNode typicalRetrieved() {
        ObjectNode json = retrieved(typical(RunStatus.EXPIRED));
        json.setAll(retrieved(typical(RunStatus.COMPLETED)));
        ObjectNode relatives = json.putObject("relatedRuns");
        ObjectNode relative = related(typical(RunStatus.EXPIRED));
        relatives.set("root", relative);
        relatives.set("parent", relative);
        relatives.putArray("children");
        return json;
    }

    /** Returns an item of a list with every member that one can have. */
    ObjectNode typicalListed() {
        return listed(typical(RunStatus.EXPIRED));
    }

    /** Returns a result with every member that one can have. */
    static ObjectNode typicalResult() {
        ObjectNode json = result(typical(RunStatus.FAILED));
        json.setAll(result(typical(RunStatus.COMPLETED)));
        return json;
    }

    private static Run typical(RunStatus status) {
        return Run.builder()
                .id("run_1")
                .task("task")
                .environment("dev")
                .queue("task/task")
                .status(status)
                .createdAt(Instant.EPOCH)
                .startedAt(Instant.EPOCH)
                .finishedAt(Instant.EPOCH)
                .delayUntil(Instant.EPOCH)
                .ttl(Duration.ofMinutes(1))
                .tags(List.of("tag"))
                .idempotencyKey("key")
                .batchId("batch_1")
                .metadata(Map.of())
                .payload(Map.of())
                .outputJson("{}")
                .error("error")
                .errorName("Error")
                .stackTrace("Error: error")
                .build();
    }

    /** Returns a duration such as {@code 1h42m}. */
    private static String text(Duration duration) {
        String text = Stream.of(
                        duration.toDays() + "d",
                        duration.toHoursPart() + "h",
                        duration.toMinutesPart() + "m",
                        duration.toSecondsPart() + "s")
                .filter(part -> !part.startsWith("0"))
                .collect(Collectors.joining());
        return text.isEmpty() ? "0s" : text;
    }

    private static void set(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putTime(ObjectNode json, String name, @Nullable Instant value) {
        put(json, name, value == null ? null : time(value));
    }
}
