package io.github.triggerapi.mock.internal.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.triggerapi.mock.internal.control.model.BatchInfo;
import io.github.triggerapi.mock.internal.control.model.QueueLimit;
import io.github.triggerapi.mock.internal.control.model.QueueName;
import io.github.triggerapi.mock.internal.control.model.RequestKeyInfo;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a state in the form of the control API, one entry at a time. */
final class StateWriter {
    /** The version of the form. */
    private static final long FORMAT = 1;

    private StateWriter() {}

    /** Writes a state and leaves the stream open. */
    static void write(StoreState state, Instant now, OutputStream out) throws IOException {
        // A character writer, because a byte generator fails at a lone surrogate.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("time", RunMapper.dateTime(now).toInstant().toString());
            entries(json, "runs", state.runs().stream(), RunMapper::of);
            entries(json, "limits", state.limits().entrySet().stream(), StateWriter::limit);
            entries(json, "requestKeys", state.requests().stream(), StateWriter::requestKey);
            if (!state.paused().isEmpty()) {
                entries(json, "pausedQueues", state.paused().stream(), StateWriter::paused);
            }
            if (!state.batches().isEmpty()) {
                entries(json, "batches", state.batches().stream(), StateWriter::batch);
            }
            json.writeEndObject();
        }
    }

    private static BatchInfo batch(Batch batch) {
        Instant expiresAt = batch.idempotencyExpiresAt();
        return BatchInfo.builder()
                .id(batch.id())
                .environment(batch.environment())
                .createdAt(RunMapper.dateTime(batch.createdAt()))
                .runs(batch.runs())
                .filled(batch.isFilled())
                .idempotencyKey(batch.idempotencyKey())
                .idempotencyExpiresAt(expiresAt == null ? null : RunMapper.dateTime(expiresAt))
                .build();
    }

    private static QueueName paused(QueueKey queue) {
        return QueueName.builder()
                .environment(queue.environment())
                .queue(queue.queue())
                .build();
    }

    private static <T> void entries(JsonGenerator json, String name, Stream<T> values, Function<T, Object> entry)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : (Iterable<T>) values::iterator) {
            json.writePOJO(entry.apply(value));
        }
        json.writeEndArray();
    }

    private static QueueLimit limit(Map.Entry<QueueKey, Integer> limit) {
        return QueueLimit.builder()
                .environment(limit.getKey().environment())
                .queue(limit.getKey().queue())
                .limit(limit.getValue())
                .build();
    }

    private static RequestKeyInfo requestKey(StoreState.RequestKey key) {
        return RequestKeyInfo.builder()
                .environment(key.environment())
                .task(key.task())
                .key(key.value())
                .run(key.run())
                .expiresAt(RunMapper.dateTime(key.expiresAt()))
                .build();
    }
}
