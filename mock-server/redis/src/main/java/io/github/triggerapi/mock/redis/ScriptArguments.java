package io.github.triggerapi.mock.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.TaskSelector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Converts values to and from the arguments of scripts, in the forms that {@code runs.lua} describes. */
final class ScriptArguments {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The status, for scripts, of a queued run that does not start. */
    private static final String STAYS_QUEUED = "STAYS_QUEUED";

    /** The maximum number of characters of an id in a message. */
    private static final int MAX_SHOWN = 100;

    private ScriptArguments() {}

    /** Returns the facts of a run whose number the store assigns or knows. */
    static String of(Run run) {
        return json(facts(run));
    }

    /** Returns the facts of a run that keeps its number. */
    static String numbered(Run run) {
        Map<String, Object> facts = facts(run);
        facts.put("n", "%016d".formatted(run.number()));
        return json(facts);
    }

    private static Map<String, Object> facts(Run run) {
        QueueKey queue = QueueKey.of(run);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("v", version(run));
        facts.put(
                "s",
                run.staysQueued() && run.status() == RunStatus.QUEUED
                        ? STAYS_QUEUED
                        : run.status().name());
        facts.put("q", queue(queue));
        facts.put("w", queue(queue.whole()));
        facts.put("t", task(run.task()));
        if (run.dueAt() != null) {
            facts.put("d", micros(run.dueAt()));
        }
        if (run.status().isFinished()) {
            facts.put("f", true);
        }
        if (run.idempotencyKey() != null) {
            facts.put("k", key(run.environment(), run.task(), run.idempotencyKey()));
        }
        if (run.idempotencyExpiresAt() != null) {
            facts.put("e", micros(run.idempotencyExpiresAt()));
        }
        return facts;
    }

    static String version(Run run) {
        return String.valueOf(run.version());
    }

    static String queue(QueueKey queue) {
        String concurrencyKey = queue.concurrencyKey();
        return json(
                concurrencyKey == null
                        ? List.of(queue.environment(), queue.queue())
                        : List.of(queue.environment(), queue.queue(), concurrencyKey));
    }

    /** Parses a queue; empty if it was not written by a store. */
    static Optional<QueueKey> queue(String json) {
        return strings(json)
                .filter(parts -> parts.size() == 2 || parts.size() == 3)
                .map(parts -> QueueKey.of(parts.get(0), parts.get(1), parts.size() == 2 ? null : parts.get(2)));
    }

    static String task(String task) {
        return json(task);
    }

    /** Returns whether all other tasks are in the set, and the named tasks. */
    static List<String> tasks(TaskSelector tasks) {
        List<String> strings = new ArrayList<>(List.of(flag(tasks.isAllBut())));
        tasks.named().forEach(task -> strings.add(task(task)));
        return strings;
    }

    /** Returns a key, which is different for different environments and tasks. */
    static String key(String environment, String task, String value) {
        return json(List.of(environment, task, value));
    }

    /** Returns a batch with the facts that scripts need. */
    static String of(Batch batch) {
        Instant expires = batch.idempotencyExpiresAt();
        String key = batch.idempotencyKey();
        return String.join(
                "\n",
                key == null ? "" : expires == null ? "+inf" : micros(expires),
                key == null ? "" : json(List.of(batch.environment(), key)),
                batch.toJson());
    }

    /** Parses a batch; empty if it was not written by a store. */
    static Optional<Batch> batch(String text) {
        String[] parts = text.split("\n", 3);
        try {
            return parts.length < 3 ? Optional.empty() : Optional.of(Batch.fromJson(parts[2]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Parses the environment, task and value of a key; empty if it was not written by a store. */
    static Optional<List<String>> key(String json) {
        return strings(json).filter(parts -> parts.size() == 3);
    }

    /** Returns strings as one argument. */
    static String strings(Collection<String> strings) {
        return json(strings);
    }

    /** Returns the beginning of any id, quoted and in ASCII. */
    static String quoted(String id) {
        return json(id.length() <= MAX_SHOWN ? id : id.substring(0, MAX_SHOWN) + "…");
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    static String micros(Instant instant) {
        // ChronoUnit.MICROS.between counts nanoseconds, which are too many from the year 2262 on.
        return String.valueOf(TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000);
    }

    /** Parses a score as an instant; empty if it is invalid. */
    static Optional<Instant> instant(String score) {
        try {
            return Optional.of(Instant.EPOCH.plus((long) Double.parseDouble(score), ChronoUnit.MICROS));
        } catch (NumberFormatException infinite) {
            return Optional.empty();
        }
    }

    /** Parses a limit; empty if it is invalid. */
    static Optional<Integer> limit(String text) {
        try {
            return Optional.of(Integer.valueOf(text)).filter(limit -> limit >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> strings(String json) {
        try {
            return Optional.ofNullable(MAPPER.readValue(json, String[].class))
                    .map(Arrays::asList)
                    .filter(strings -> strings.stream().allMatch(Objects::nonNull));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
