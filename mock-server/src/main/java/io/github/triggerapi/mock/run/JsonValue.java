package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** JSON that is turned into a tree, a text or an object when somebody asks: most runs are made and never looked at. */
final class JsonValue {
    /** With the modules on the class path, for dates and records of other languages. */
    private static final JsonMapper MAPPER = lossless()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Object value;

    private JsonValue(Object value) {
        this.value = value;
    }

    /** Starts a mapper with which no number loses a digit. */
    static JsonMapper.Builder lossless() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** What a value is as JSON, at the time that somebody asks: it must not change. */
    static @Nullable JsonValue later(@Nullable Object value) {
        return value == null ? null : new JsonValue(value);
    }

    /**
     * What a value is as JSON now.
     *
     * @throws IllegalArgumentException where Jackson cannot write it
     */
    static @Nullable JsonValue now(@Nullable Object value) {
        return value == null ? null : new JsonValue(MAPPER.<JsonNode>valueToTree(value));
    }

    /** What a tree says. */
    static JsonValue tree(JsonNode json) {
        return new JsonValue(json);
    }

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException where it is no JSON
     */
    static @Nullable JsonValue of(@Nullable String json) {
        try {
            return json == null ? null : new JsonValue(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static @Nullable String text(@Nullable JsonValue json) {
        try {
            return json == null ? null : MAPPER.writeValueAsString(json.value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * An object of a type.
     *
     * @throws IllegalArgumentException where the JSON is none of that type
     */
    static <T> @Nullable T as(@Nullable JsonValue json, Class<T> type) {
        return json == null ? null : MAPPER.convertValue(json.value, type);
    }
}
