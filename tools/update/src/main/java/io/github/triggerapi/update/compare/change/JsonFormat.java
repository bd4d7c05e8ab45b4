package io.github.triggerapi.update.compare.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Formats JSON values for reports and for comparisons. */
public final class JsonFormat {

    private static final int LENGTH = 160;

    private JsonFormat() {}

    /** Returns a value as JSON, shortened if it is long; empty for a missing one. */
    public static String text(JsonNode value) {
        String json = value.isMissingNode() ? "" : value.toString();
        return json.length() <= LENGTH ? json : json.substring(0, LENGTH - 1) + "…";
    }

    /** Returns a value for use in a sentence: a string without quotes. */
    public static String inSentence(JsonNode value) {
        String text = value.isTextual() && !value.asText().isEmpty() ? value.asText() : value.toString();
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    /** Returns the same string for equal values, such as 1 and 1.0. */
    public static String canonical(JsonNode value) {
        return value.isNumber() ? number(value).stripTrailingZeros().toPlainString() : value.toString();
    }

    public static BigDecimal number(JsonNode value) {
        return value.decimalValue();
    }
}
