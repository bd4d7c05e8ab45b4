package io.github.triggerapi.mock.internal.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads and writes JSON. Reading is strict, and no number loses a digit. */
public final class Json {
    /** The maximum nesting depth of arrays and objects. */
    static final int MAX_DEPTH = 500;

    /** The maximum number of digits of a number, written without an exponent. */
    static final int MAX_DIGITS = 1000;

    /** The maximum length of the name of a member. */
    static final int MAX_NAME = 50_000;

    /** The maximum length of a string. The size limit of the body is lower. */
    private static final int MAX_STRING = Integer.MAX_VALUE;

    private static final String TOO_LARGE =
            "Invalid JSON: too large, the limits are %d levels, numbers of %d digits and names of %d characters"
                    .formatted(MAX_DEPTH, MAX_DIGITS, MAX_NAME);

    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_DIGITS)
            .maxNameLength(MAX_NAME)
            .maxStringLength(MAX_STRING)
            .build();

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    // Interning is for names that are known; those of callers would never be released.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new BoundedNumbers())
            .build();

    private static final ObjectReader TREES = MAPPER.reader();

    /** The length up to which a body is decoded at once, which needs less memory than a decoder with its buffers. */
    private static final int MAX_DECODED_AT_ONCE = 4096;

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private Json() {}

    /** Returns the elements of an array. {@code JsonNode.valueStream} is newer than the oldest supported Jackson. */
    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Parses a whole body; rejects with status 400 what is not JSON in UTF-8 or exceeds the limits. */
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode json = TREES.readTree(reader(body));
            if (json.isMissingNode()) {
                throw new RejectedRequestException(400, "Request body is empty");
            }
            return json;
        } catch (NumberFormatException e) {
            throw new RejectedRequestException(400, TOO_LARGE);
        } catch (JsonProcessingException e) {
            throw rejection(e);
        } catch (CharacterCodingException e) {
            throw new RejectedRequestException(400, "Invalid JSON: not valid UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a reader of a UTF-8 body, which does not copy a large one.
     *
     * @throws CharacterCodingException if there are invalid bytes, which reading may throw as well
     */
    static Reader reader(byte[] body) throws CharacterCodingException {
        // Parsers may ignore a byte order mark.
        int start = body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        int length = body.length - start;
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        return length <= MAX_DECODED_AT_ONCE
                ? new StringReader(
                        decoder.decode(ByteBuffer.wrap(body, start, length)).toString())
                : new InputStreamReader(new ByteArrayInputStream(body, start, length), decoder);
    }

    /**
     * Returns a parser of JSON that is too large for a tree. It throws an exception, which {@link #rejection} explains,
     * for what is not JSON in UTF-8 or exceeds the limits.
     *
     * @param levels the nesting depth that is allowed in addition
     * @param maxString the maximum length of a string
     */
    public static JsonParser parser(InputStream json, int levels, int maxString) throws IOException {
        JsonFactory strict = JsonFactory.builder()
                .streamReadConstraints(CONSTRAINTS
                        .rebuild()
                        .maxNestingDepth(MAX_DEPTH + levels)
                        .maxStringLength(maxString)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        Reader text = new InputStreamReader(json, StandardCharsets.UTF_8.newDecoder());
        return new BoundedParser(strict.createParser(text));
    }

    /** Returns the error response, with status 400, for JSON that could not be parsed. */
    public static RejectedRequestException rejection(JsonProcessingException e) {
        return new RejectedRequestException(400, e instanceof StreamConstraintsException ? TOO_LARGE : describe(e));
    }

    /** Returns the JSON of a value in UTF-8. */
    public static byte[] write(Object value) {
        try {
            // By way of a String, because a byte generator fails at a lone surrogate.
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] error(String message) {
        return write(Map.of("error", message));
    }

    private static String describe(JsonProcessingException e) {
        String kind = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "Invalid JSON: duplicate member"
                : "Invalid JSON";
        JsonLocation at = e.getLocation();
        return at == null ? kind : "%s at line %d, column %d".formatted(kind, at.getLineNr(), at.getColumnNr());
    }

    /** Rejects numbers such as 1e999999999, which are short, but take very long to compute with. */
    private static final class BoundedNumbers extends JsonNodeFactory {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal value) {
            if (isTooLong(value)) {
                throw new NumberFormatException();
            }
            return super.numberNode(value);
        }

        static boolean isTooLong(BigDecimal value) {
            return Math.abs((long) value.scale()) + value.precision() > MAX_DIGITS;
        }
    }

    /** Rejects such numbers where no nodes are created. */
    private static final class BoundedParser extends JsonParserDelegate {
        BoundedParser(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token == JsonToken.VALUE_NUMBER_FLOAT && isTooLong()) {
                throw new StreamConstraintsException("The number is too long");
            }
            return token;
        }

        private boolean isTooLong() throws IOException {
            try {
                return BoundedNumbers.isTooLong(getDecimalValue());
            } catch (NumberFormatException e) {
                // The exponent is out of the range of a decimal.
                return true;
            }
        }
    }
}
