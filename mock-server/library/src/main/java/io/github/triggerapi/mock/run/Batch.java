package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs that were triggered together.
 *
 * @param id its identifier, {@code batch_} and 21 letters and digits
 * @param environment the kind of the API key that triggered it
 * @param runs the ids of its runs, in the order of the request
 * @param isFilled whether all of its runs have been created
 * @param idempotencyKey the key with which other requests get this batch, null if it has none
 * @param idempotencyExpiresAt when the key expires, null if there is none
 */
public record Batch(
        String id,
        String environment,
        Instant createdAt,
        List<String> runs,
        boolean isFilled,
        @Nullable String idempotencyKey,
        @Nullable Instant idempotencyExpiresAt) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BASE_BYTES = 300;
    private static final int BYTES_OF_A_RUN = 60;

    /** Copies the list. */
    public Batch {
        runs = List.copyOf(runs);
    }

    /** Returns the same batch with all of its runs. */
    public Batch filled(List<String> all) {
        return new Batch(id, environment, createdAt, all, true, idempotencyKey, idempotencyExpiresAt);
    }

    /** Returns the same batch without an idempotency key. */
    public Batch withoutKey() {
        return new Batch(id, environment, createdAt, runs, isFilled, null, null);
    }

    /** Returns the estimated memory that the batch takes, in bytes. */
    public long memoryBytes() {
        long bytes = BASE_BYTES + id.length() + (idempotencyKey == null ? 0 : idempotencyKey.length());
        for (String run : runs) {
            bytes += BYTES_OF_A_RUN + run.length();
        }
        return bytes;
    }

    /** Returns the batch as JSON, which {@link #fromJson} reads. */
    public String toJson() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", id).put("environment", environment).put("createdAt", createdAt.toString());
        json.putPOJO("runs", runs).put("filled", isFilled);
        if (idempotencyKey != null) {
            json.put("idempotencyKey", idempotencyKey);
        }
        if (idempotencyExpiresAt != null) {
            json.put("idempotencyExpiresAt", idempotencyExpiresAt.toString());
        }
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns a batch that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the string is not the JSON of a batch
     */
    public static Batch fromJson(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            List<String> runs = new ArrayList<>();
            json.path("runs").forEach(run -> runs.add(run.asText()));
            String id = json.path("id").asText();
            if (id.isEmpty() || !json.has("environment")) {
                throw new IllegalArgumentException("Not a batch: a member is missing");
            }
            return new Batch(
                    id,
                    json.path("environment").asText(),
                    Instant.parse(json.path("createdAt").asText()),
                    runs,
                    json.path("filled").asBoolean(),
                    json.path("idempotencyKey").textValue(),
                    json.has("idempotencyExpiresAt")
                            ? Instant.parse(json.path("idempotencyExpiresAt").asText())
                            : null);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("Not a batch: " + e.getMessage(), e);
        }
    }
}
