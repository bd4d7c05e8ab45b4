package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Generates numbers and strings within the bounds of a schema. */
final class ScalarGenerator {
    private static final int MAX_LENGTH = 10_000;

    private ScalarGenerator() {}

    /**
     * Returns a number, which the caller must validate.
     *
     * @param variant another number gives another value
     */
    static JsonNode number(JsonNode schema, boolean whole, int variant) {
        BigDecimal least = bound(schema, "minimum", "exclusiveMinimum");
        BigDecimal most = bound(schema, "maximum", "exclusiveMaximum");
        BigDecimal start = least != null ? least : most != null ? most.min(BigDecimal.ONE) : BigDecimal.ONE;
        boolean down = least == null && most != null;
        BigDecimal step = schema.path("multipleOf").isNumber()
                ? schema.path("multipleOf").decimalValue()
                : whole || least == null || most == null ? BigDecimal.ONE : narrow(most.subtract(least));
        BigDecimal value = start.divide(step, 0, down ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .multiply(step);
        boolean excluded =
                schema.path(down ? "exclusiveMaximum" : "exclusiveMinimum").isNumber() && value.compareTo(start) == 0;
        BigDecimal steps = BigDecimal.valueOf(excluded ? variant + 1L : variant);
        return DecimalNode.valueOf(value.add(steps.multiply(down ? step.negate() : step)));
    }

    /** Returns a step that stays within the bounds: 1, or less if there is less room. */
    private static BigDecimal narrow(BigDecimal room) {
        return room.compareTo(BigDecimal.ONE) > 0 || room.signum() <= 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.movePointLeft(room.scale() + 1);
    }

    private static @Nullable BigDecimal bound(JsonNode schema, String inclusive, String exclusive) {
        JsonNode bound = schema.has(exclusive) ? schema.path(exclusive) : schema.path(inclusive);
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    /**
     * Returns a string, which the caller must validate.
     *
     * @param variant another number gives another value
     */
    static @Nullable JsonNode string(JsonNode schema, int variant) {
        String pattern = schema.path("pattern").asText("");
        int least = schema.path("minLength").asInt();
        int most = schema.path("maxLength").asInt(MAX_LENGTH);
        if (least > MAX_LENGTH) {
            return null;
        }
        if (!pattern.isEmpty()) {
            String string = PatternStringGenerator.generate(pattern, least, variant);
            return string == null ? null : TextNode.valueOf(string);
        }
        String text = ofFormat(schema.path("format").asText(""), variant);
        if (text.length() < least) {
            text += "x".repeat(least - text.length());
        }
        // The end differs between variants.
        int from = variant == 0 ? 0 : Math.max(0, text.length() - most);
        return TextNode.valueOf(text.substring(from, Math.min(text.length(), from + most)));
    }

    private static String ofFormat(String format, int variant) {
        int small = variant % 60;
        return switch (format) {
            case "date-time" -> "2024-01-31T12:00:%02dZ".formatted(small);
            case "date" -> "2024-01-%02d".formatted(1 + small % 31);
            case "time" -> "12:00:%02dZ".formatted(small);
            case "duration" -> "PT%dS".formatted(1 + variant);
            case "uuid" -> "00000000-0000-4000-8000-%012d".formatted(variant);
            case "uri", "url", "iri" -> "https://example.com/" + variant;
            case "uri-reference", "iri-reference" -> "/" + variant;
            case "email", "idn-email" -> "user%d@example.com".formatted(variant);
            case "hostname", "idn-hostname" -> "host%d.example.com".formatted(variant);
            case "ipv4" -> "192.0.2." + variant % 256;
            case "ipv6" -> "2001:db8::" + variant;
            case "byte" -> "AAA%c".formatted('A' + variant % 26);
            default -> variant == 0 ? "string" : "string" + variant;
        };
    }
}
