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
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON: strict on reading, and no number loses a digit. */
public final class Json {
    /** How deep arrays and objects may nest. */
    static final int MAX_DEPTH = 500;

    /** How many digits a number may have, written out without an exponent. */
    static final int MAX_DIGITS = 1000;

    /** How many characters the name of a member may have. */
    static final int MAX_NAME = 50_000;

    /** How many characters a string may have: more than a body, so that only that is bounded. */
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
                    // For names that a program knows; those of callers would be kept for nothing.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .nodeFactory(new BoundedNumbers())
            .build();

    private static final JsonMapper BINDER = MAPPER.rebuild()
            .addModule(new SimpleModule().addDeserializer(JsonNode.class, new SameNode()))
            .build();

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private Json() {}

    /** Parses a whole body; refuses with 400 what is no JSON in UTF-8 or beyond the limits. */
    public static JsonNode parse(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(reader(body));
            if (json.isMissingNode()) {
                throw new RejectedRequestException(400, "Request body is empty");
            }
            return json;
        } catch (NumberFormatException e) {
            throw new RejectedRequestException(400, TOO_LARGE);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (CharacterCodingException e) {
            throw new RejectedRequestException(400, "Invalid JSON: not valid UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a body as UTF-8, without a copy of it, and fails at what is none. */
    static Reader reader(byte[] body) {
        // A byte order mark is no part of the text; readers may ignore it.
        int start = body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length)
                ? MARK.length
                : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(body, start, body.length - start), StandardCharsets.UTF_8.newDecoder());
    }

    /**
     * Starts to parse JSON that is too large for a tree. What is no JSON in UTF-8 or beyond the limits is told of by an
     * exception that {@link #refusal} explains.
     *
     * @param levels how many levels of arrays and objects are allowed around the values that the limit is for
     * @param maxString how many characters a string may have
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

    /** Says with 400 what is wrong with JSON that could not be parsed. */
    public static RejectedRequestException refusal(JsonProcessingException e) {
        return new RejectedRequestException(400, e instanceof StreamConstraintsException ? TOO_LARGE : describe(e));
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

    private static String describe(JsonProcessingException e) {
        String kind = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "Invalid JSON: duplicate member"
                : "Invalid JSON";
        JsonLocation at = e.getLocation();
        return at == null ? kind : "%s at line %d, column %d".formatted(kind, at.getLineNr(), at.getColumnNr());
    }

    /**
     * Binds parsed JSON to a type. What is JSON in the type, too, is the same node and no copy: it must not change.
     *
     * @throws JsonMappingException where it does not fit
     */
    public static @Nullable Object bind(JsonNode json, JavaType type) throws IOException {
        try (JsonParser nodes = new Nodes(json)) {
            return BINDER.readValue(nodes, type);
        }
    }

    /** Keeps out numbers such as 1e999999999, which are short to write and endless to compute with. */
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

    /** Keeps them out where no nodes are made. */
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
                // The exponent is beyond what a decimal has room for.
                return true;
            }
        }
    }

    /** Walks through nodes, and tells at which it is. */
    private static final class Nodes extends TreeTraversingParser {
        private final JsonNode root;

        Nodes(JsonNode root) {
            super(root, MAPPER);
            this.root = root;
        }

        JsonNode node() {
            return root.at(getParsingContext().pathAsPointer());
        }
    }

    /** Returns the node itself instead of a copy. */
    private static final class SameNode extends StdDeserializer<JsonNode> {
        private static final long serialVersionUID = 1L;

        SameNode() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json instanceof Nodes nodes) {
                JsonNode node = nodes.node();
                nodes.skipChildren();
                return node;
            }
            return MAPPER.readTree(json);
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return NullNode.getInstance();
        }
    }
}
