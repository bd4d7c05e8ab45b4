package io.github.triggerapi.contract.traffic;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import io.github.triggerapi.contract.judge.Parameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates values for string schemas, limited to what a location in a message allows. */
enum StringValues {
    /** JSON allows any string. */
    JSON,
    /** A text body has no byte order mark, which HTTP clients remove. */
    TEXT,
    /** A query allows any string. */
    QUERY,
    /** A path segment is neither empty nor a dot segment. */
    PATH,
    /** An item of an array that spaces separate. */
    BETWEEN_SPACES,
    /** An item of an array that pipes separate. */
    BETWEEN_PIPES,
    /** A header value consists of printable ASCII characters. */
    HEADER,
    /** An item of an array, or a member of an object, in a header. */
    IN_HEADER,
    /** A cookie consists of fewer characters (RFC 6265). */
    COOKIE;

    private static final int LONG = 60;

    /** The most repetitions of a quantifier without an upper bound, the usual number first. */
    private static final List<Integer> REPETITIONS = List.of(100, 10, 3, 1);

    private static final int ATTEMPTS = 30;
    private static final List<String> DATE_TIMES = List.of(
            "2025-01-31T12:34:56Z",
            "2025-01-31T12:00:00Z",
            "2024-02-29T23:59:59.123456789+05:30",
            "1999-12-31T00:00:00.5-11:00");
    private static final List<String> TRICKY = List.of(
            "a",
            "ünïcödé 日本語 😀",
            "a/b c%2Fd?e&f=g#h;i+j,k[l]",
            "",
            "null",
            "1",
            "\"\\\n\t\u0001\u2028</script>",
            "e\u0301\u202Eabc\uFEFF");

    /** The keyword with the location of a parameter in the schema of a message. */
    static final String LOCATION = "x-location";

    /** Returns what a parameter can hold. */
    static StringValues of(Parameter parameter) {
        return switch (parameter.form()) {
            case JSON -> JSON;
            case SPACES -> BETWEEN_SPACES;
            case PIPES -> BETWEEN_PIPES;
            case COMMAS, PAIRS, EQUATIONS -> parameter.in().equals("header") ? IN_HEADER : ofLocation(parameter);
            default -> ofLocation(parameter);
        };
    }

    private static StringValues ofLocation(Parameter parameter) {
        return valueOf(parameter.in().toUpperCase(Locale.ROOT));
    }

    static StringValues of(JsonNode schema, StringValues otherwise) {
        return schema.has(LOCATION) ? valueOf(schema.get(LOCATION).asString()) : otherwise;
    }

    boolean allows(String text) {
        return switch (this) {
            case JSON, QUERY -> true;
            case TEXT -> !text.startsWith("\uFEFF");
            case PATH -> !text.isEmpty() && !text.matches("\\.{1,2}");
            case BETWEEN_SPACES -> !text.contains(" ");
            case BETWEEN_PIPES -> !text.contains("|");
            case HEADER -> text.matches("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?");
            case IN_HEADER -> HEADER.allows(text) && !text.matches(".*[,=].*");
            case COOKIE -> text.matches("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]+");
        };
    }

    /** Returns boundaries and strings that are prone to errors. */
    List<String> covering(ObjectNode schema) {
        if (hasPatternOrFormat(schema)) {
            if (!schema.has("pattern")) {
                return DATE_TIMES;
            }
            Random random = new Random(1);
            return Stream.generate(() -> generated(schema, random))
                    .limit(3)
                    .distinct()
                    .toList();
        }
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        List<String> strings = new ArrayList<>(TRICKY);
        strings.add("x".repeat(least));
        strings.add("x".repeat(Math.min(most, LONG)));
        if (most <= 10_000) {
            strings.add("x".repeat(most));
        }
        return strings.stream()
                .filter(this::allows)
                .filter(text -> text.codePointCount(0, text.length()) >= least)
                .filter(text -> text.length() <= most)
                .distinct()
                .toList();
    }

    Arbitrary<String> arbitrary(ObjectNode schema) {
        if (hasPatternOrFormat(schema)) {
            return Arbitraries.randomValue(random -> generated(schema, random));
        }
        int least = schema.path("minLength").asInt(0);
        int most = Math.min(schema.path("maxLength").asInt(Integer.MAX_VALUE), least + LONG);
        StringArbitrary strings = Arbitraries.strings().ofMinLength(least).ofMaxLength(most);
        StringArbitrary any = Set.of(HEADER, IN_HEADER, COOKIE).contains(this)
                ? strings.withCharRange('!', '~')
                : strings.alpha()
                        .numeric()
                        .withChars(" -_.~/%+&=?#;:@,[]{}\"'\\<>\u00E9\u00DF\u4E2D\u0416\u05D0\u2028\uFEFF");
        // Implementations count surrogate pairs differently, so random strings have none.
        return Arbitraries.frequencyOf(Tuple.of(4, any), Tuple.of(1, Arbitraries.of(covering(schema))))
                .filter(this::allows);
    }

    private static boolean hasPatternOrFormat(ObjectNode schema) {
        return schema.has("pattern") || schema.path("format").asString("").equals("date-time");
    }

    /** Returns a string for a pattern: within the bounds of its length, if a few attempts find one. */
    private static String generated(String pattern, ObjectNode schema, Random random) {
        String text = "";
        for (int repetitions : REPETITIONS) {
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repetitions);
            RgxGen generator = RgxGen.parse(properties, pattern);
            for (int i = 0; i < ATTEMPTS; i++) {
                text = generator.generate(random);
                int length = text.codePointCount(0, text.length());
                if (length >= schema.path("minLength").asInt(0)
                        && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
                    return text;
                }
            }
        }
        return text;
    }

    /** Returns a string for a pattern or a format. */
    private static String generated(ObjectNode schema, Random random) {
        if (schema.has("pattern")) {
            return generated(schema.get("pattern").asString().replaceAll("^\\^|\\$$", ""), schema, random);
        }
        Instant instant = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000));
        OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-12, 13) * 3600));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
