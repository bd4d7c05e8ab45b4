package io.github.triggerapi.mock.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.triggerapi.mock.internal.control.model.RunInfo;
import io.github.triggerapi.mock.internal.control.model.Status;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Converts runs to the models of the control API. */
final class RunMapper {
    /** The first instant that a date-time of RFC 3339 can express. */
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    /** The last instant that a date-time of RFC 3339 can express. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** The size limit of a member in a brief description of a run. */
    private static final int MAX_BRIEF_CHARACTERS = 16 * 1024;

    /** The estimated size of a tag in a message besides its characters. */
    private static final int TAG_OVERHEAD = 50;

    private RunMapper() {}

    static RunInfo of(Run run) {
        return of(run, Set.of()).build();
    }

    /** Returns a run without its large members, whose names are in {@code omitted}. */
    static RunInfo brief(Run run) {
        Set<String> omitted = largeMembers(run);
        RunInfo.Builder info = of(run, omitted);
        if (!omitted.isEmpty()) {
            info.omitted(List.copyOf(omitted));
        }
        return info.build();
    }

    private static Set<String> largeMembers(Run run) {
        if (run.memoryBytes() <= MAX_BRIEF_CHARACTERS) {
            return Set.of();
        }
        Map<String, Integer> sizes = Map.ofEntries(
                Map.entry("payload", length(run.payloadJson())),
                Map.entry("context", length(run.contextJson())),
                Map.entry("options", length(run.optionsJson())),
                Map.entry("output", length(run.outputJson())),
                Map.entry("metadata", length(run.metadataJson())),
                Map.entry("initialMetadata", length(run.initialMetadataJson())),
                Map.entry(
                        "tags",
                        run.tags().stream()
                                .mapToInt(tag -> TAG_OVERHEAD + tag.length())
                                .sum()),
                Map.entry("concurrencyKey", length(run.concurrencyKey())),
                Map.entry("idempotencyKey", length(run.idempotencyKey())),
                Map.entry("givenIdempotencyKey", length(run.givenIdempotencyKey())),
                Map.entry("error", length(run.error())),
                Map.entry("errorName", length(run.errorName())),
                Map.entry("stackTrace", length(run.stackTrace())));
        Set<String> large = new TreeSet<>(sizes.keySet());
        large.removeIf(member -> sizes.get(member) <= MAX_BRIEF_CHARACTERS);
        return large;
    }

    private static int length(@Nullable String value) {
        return value == null ? 0 : value.length();
    }

    private static RunInfo.Builder of(Run run, Set<String> omitted) {
        Duration ttl = run.ttl();
        RunStatus finalStatus = run.finalStatus();
        RunInfo.Builder info = RunInfo.builder()
                .id(run.id())
                .task(run.task())
                .environment(run.environment())
                .status(Status.of(run.status().name()))
                .number(run.number())
                .version(run.version())
                .tags(omitted.contains("tags") ? List.of() : run.tags())
                .queue(run.queue())
                .concurrencyKey(omitted.contains("concurrencyKey") ? null : run.concurrencyKey())
                .idempotencyKey(omitted.contains("idempotencyKey") ? null : run.idempotencyKey())
                .idempotencyExpiresAt(time(run.idempotencyExpiresAt()))
                .createdAt(dateTime(run.createdAt()))
                .delayUntil(time(run.delayUntil()))
                .ttlSeconds(ttl == null ? null : Long.valueOf(ttl.toSeconds()))
                .queuedAt(time(run.queuedAt()))
                .startedAt(time(run.startedAt()))
                .finishedAt(time(run.finishedAt()))
                .dueAt(time(run.dueAt()))
                .staysQueued(run.staysQueued() ? Boolean.TRUE : null)
                .error(omitted.contains("error") ? null : run.error())
                .errorName(omitted.contains("errorName") ? null : run.errorName())
                .stackTrace(omitted.contains("stackTrace") ? null : run.stackTrace())
                .finalStatus(finalStatus == null ? null : Status.of(finalStatus.name()))
                .updatedAt(dateTime(run.updatedAt()))
                .givenIdempotencyKey(omitted.contains("givenIdempotencyKey") ? null : run.givenIdempotencyKey())
                .batchId(run.batchId())
                .parentRunId(run.parentRunId())
                .rootRunId(run.rootRunId())
                .depth(run.depth() == 0 ? null : Long.valueOf(run.depth()))
                .attemptCount(run.attemptCount() == 0 ? null : Long.valueOf(run.attemptCount()))
                .isTest(run.isTest() ? Boolean.TRUE : null);
        set(omitted.contains("payload") ? null : run.payloadJson(), info::payload);
        set(omitted.contains("context") ? null : run.contextJson(), info::context);
        set(omitted.contains("options") ? null : run.optionsJson(), info::options);
        set(omitted.contains("output") ? null : run.outputJson(), info::output);
        set(omitted.contains("metadata") ? null : run.metadataJson(), info::metadata);
        boolean changed = !Objects.equals(run.metadataJson(), run.initialMetadataJson());
        set(changed && !omitted.contains("initialMetadata") ? run.initialMetadataJson() : null, info::initialMetadata);
        return info;
    }

    /** Sets a member if it has a value: the setter would turn a Java null into a JSON null. */
    static void set(@Nullable String json, Consumer<JsonNode> member) {
        if (json != null) {
            // As raw JSON, because a tree takes many times its size.
            member.accept(Json.MAPPER.getNodeFactory().rawValueNode(new RawValue(json)));
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : dateTime(instant);
    }

    /** Returns an instant as a date-time that every parser can read; a later instant as the last of them. */
    static OffsetDateTime dateTime(Instant instant) {
        return (instant.isAfter(LATEST) ? LATEST : instant).atOffset(ZoneOffset.UTC);
    }
}
