package io.github.triggerapi.mock.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads and writes JSON: strict on reading, and no number loses a digit. */
public final class Json {
    /** How deep arrays and objects may nest. */
    static final int MAX_DEPTH = 500;

    /** How many digits a number may have, written out without an exponent. */
    static final int MAX_DIGITS = 1000;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new BoundedNumbers())
            .build();

    private Json() {}

    /** Parses a whole body; refuses with 400 what is no JSON in UTF-8 or beyond the limits. */
    public static JsonNode parse(byte[] body) {
        String text = decode(body);
        // A byte order mark is no part of the text; readers may ignore it.
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (json.isBlank()) {
            throw new Refusal(400, "Request body is empty");
        }
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException | NumberFormatException e) {
            throw new Refusal(
                    400,
                    "Invalid JSON: too large, the limits are %d levels and numbers of %d digits"
                            .formatted(MAX_DEPTH, MAX_DIGITS));
        } catch (JsonProcessingException e) {
            throw new Refusal(400, describe(e));
        }
    }

    /** The JSON text of a value, as UTF-8. */
    public static byte[] write(Object value) {
        try {
            // Over a String, because a lone surrogate in it must not fail the answer.
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] error(String text) {
        return write(Map.of("error", text));
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "Invalid JSON: not valid UTF-8");
        }
    }

    private static String describe(JsonProcessingException e) {
        String kind = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "Invalid JSON: duplicate member"
                : "Invalid JSON";
        JsonLocation at = e.getLocation();
        return at == null ? kind : "%s at line %d, column %d".formatted(kind, at.getLineNr(), at.getColumnNr());
    }

    /** Keeps out numbers such as 1e999999999, which are short to write and endless to compute with. */
    private static final class BoundedNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal value) {
            if (Math.abs((long) value.scale()) + value.precision() > MAX_DIGITS) {
                throw new NumberFormatException();
            }
            return super.numberNode(value);
        }
    }
}
