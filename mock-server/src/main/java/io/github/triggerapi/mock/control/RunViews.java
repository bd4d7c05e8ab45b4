package io.github.triggerapi.mock.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.control.model.RunInfo;
import io.github.triggerapi.mock.control.model.Status;
import io.github.triggerapi.mock.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs as the document of control has them, and back. */
final class RunViews {
    private RunViews() {}

    static RunInfo of(Run run) {
        Duration ttl = run.ttl();
        RunInfo.Builder info = RunInfo.builder()
                .id(run.id())
                .task(run.task())
                .environment(run.environment())
                .status(Status.of(run.status().name()))
                .number(run.number())
                .version(run.version())
                .tags(run.tags())
                .queue(run.queue())
                .concurrencyKey(run.concurrencyKey())
                .idempotencyKey(run.idempotencyKey())
                .idempotencyExpiresAt(time(run.idempotencyExpiresAt()))
                .createdAt(run.createdAt().atOffset(ZoneOffset.UTC))
                .delayUntil(time(run.delayUntil()))
                .ttlSeconds(ttl == null ? null : Long.valueOf(ttl.toSeconds()))
                .queuedAt(time(run.queuedAt()))
                .startedAt(time(run.startedAt()))
                .finishedAt(time(run.finishedAt()))
                .dueAt(time(run.dueAt()))
                .error(run.error());
        set(run.payloadJson(), info::payload);
        set(run.contextJson(), info::context);
        set(run.optionsJson(), info::options);
        set(run.outputJson(), info::output);
        return info.build();
    }

    /** Sets what is there, as setting null would show a null that nobody sent. */
    private static void set(@Nullable String json, Consumer<JsonNode> member) {
        if (json != null) {
            member.accept(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    static Run run(RunInfo info) {
        Long ttl = info.ttlSeconds();
        return Run.builder()
                .id(info.id())
                .task(info.task())
                .environment(info.environment())
                .status(RunStatus.valueOf(info.status().value()))
                .number(info.number())
                .version(info.version())
                .tags(info.tags())
                .queue(info.queue())
                .concurrencyKey(info.concurrencyKey())
                .idempotencyKey(info.idempotencyKey())
                .idempotencyExpiresAt(instant(info.idempotencyExpiresAt()))
                .createdAt(info.createdAt().toInstant())
                .delayUntil(instant(info.delayUntil()))
                .ttl(ttl == null ? null : Duration.ofSeconds(ttl))
                .queuedAt(instant(info.queuedAt()))
                .startedAt(instant(info.startedAt()))
                .finishedAt(instant(info.finishedAt()))
                .dueAt(instant(info.dueAt()))
                .payloadJson(text(info.payload()))
                .contextJson(text(info.context()))
                .optionsJson(text(info.options()))
                .outputJson(text(info.output()))
                .error(info.error())
                .build();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null ? null : new String(Json.write(json), StandardCharsets.UTF_8);
    }
}
