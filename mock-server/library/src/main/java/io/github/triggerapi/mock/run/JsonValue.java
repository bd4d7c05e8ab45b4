package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.mock.internal.message.JsonTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON as bytes, which take less than half the memory of a tree: there may be many runs, of which few are read. The
 * JSON is written when it is first needed, because many requests only get an existing run.
 */
final class JsonValue {
    /** With the modules on the class path, for dates and classes of other languages. */
    private static final JsonMapper MAPPER = lossless()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The value that Jackson writes; null when it has. */
    private @Nullable Object value;

    private byte[] utf8 = {};

    private JsonValue(Object value) {
        this.value = value;
    }

    private JsonValue(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Returns a builder of a mapper with which no number loses a digit. */
    static JsonMapper.Builder lossless() {
        // The length of strings is limited where requests are received.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Returns the JSON of a value, written when it is first needed. The value must not change. */
    static @Nullable JsonValue lazy(@Nullable Object value) {
        return value == null ? null : new JsonValue(value);
    }

    /**
     * Returns the JSON of a value, written now.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    static @Nullable JsonValue of(@Nullable Object value) {
        return value == null ? null : written(value);
    }

    /** Returns the JSON of a value that is not null. */
    static JsonValue written(Object value) {
        JsonValue json = new JsonValue(value);
        json.bytes();
        return json;
    }

    /**
     * Parses a string.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static @Nullable JsonValue parse(@Nullable String json) {
        if (json == null) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length());
        try (JsonParser parser = MAPPER.createParser(json);
                JsonGenerator generator = MAPPER.createGenerator(bytes)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("Not JSON: empty");
            }
            JsonTokens.copy(parser, generator);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonValue(bytes.toByteArray());
    }

    private synchronized byte[] bytes() {
        if (value != null) {
            try {
                utf8 = MAPPER.writeValueAsBytes(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
            }
            value = null;
        }
        return utf8;
    }

    /** Returns the number of bytes, 0 if there is no JSON. */
    static int size(@Nullable JsonValue json) {
        return json == null ? 0 : json.bytes().length;
    }

    /** Returns the JSON as a string, in which Unicode characters are not escaped. */
    static @Nullable String string(@Nullable JsonValue json) {
        if (json == null) {
            return null;
        }
        String raw = json.raw();
        if (!raw.contains("\\u")) {
            return raw;
        }
        StringWriter string = new StringWriter(raw.length());
        try (JsonParser parser = MAPPER.createParser(raw);
                JsonGenerator generator = MAPPER.createGenerator(string)) {
            parser.nextToken();
            JsonTokens.copy(parser, generator);
            generator.flush();
            return string.toString();
        } catch (IOException e) {
            throw new IllegalStateException("Jackson cannot read what it wrote", e);
        }
    }

    /** Returns the JSON as it is kept, which can be encoded in any charset. */
    String raw() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Converts the JSON to a type.
     *
     * @throws IllegalArgumentException if it does not fit the type
     */
    static <T> @Nullable T convert(@Nullable JsonValue json, Class<T> type) {
        try {
            return json == null ? null : MAPPER.readValue(json.bytes(), type);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a " + type.getName() + ": " + e.getMessage(), e);
        }
    }
}
