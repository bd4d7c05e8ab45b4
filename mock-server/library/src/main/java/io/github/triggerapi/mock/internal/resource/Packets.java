package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values that the TypeScript SDK sends as strings, with their media types beside them. */
final class Packets {
    /** An object whose member {@code json} is the value as far as JSON can express it. */
    private static final String SUPER_JSON = "application/super+json";

    private Packets() {}

    /**
     * Returns the value in a string of JSON. Other values, and strings of other media types, are returned as they are.
     *
     * @param mediaType the media type, null if it is not known
     */
    static JsonNode parsed(JsonNode value, @Nullable String mediaType) {
        boolean superJson = SUPER_JSON.equals(mediaType);
        if (!value.isTextual() || !superJson && !"application/json".equals(mediaType)) {
            return value;
        }
        try {
            JsonNode json = Json.parse(value.asText().getBytes(StandardCharsets.UTF_8));
            return superJson && json.has("json") ? json.get("json") : json;
        } catch (RejectedRequestException noJson) {
            return value;
        }
    }
}
