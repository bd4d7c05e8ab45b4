package io.github.triggerapi.update.compare.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** JSON values for people to read, and to compare. */
public final class JsonFormat {

    private static final int LENGTH = 160;

    private JsonFormat() {}

    /** As JSON, shortened where it is long; empty for one that is missing. */
    public static String text(JsonNode value) {
        String json = value.isMissingNode() ? "" : value.toString();
        return json.length() <= LENGTH ? json : json.substring(0, LENGTH - 1) + "…";
    }

    /** As a person would say it: a text without quotes. */
    public static String said(JsonNode value) {
        String text = value.isTextual() && !value.asText().isEmpty() ? value.asText() : value.toString();
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    /** The same text for values that are equal in JSON, be they written as 1 or as 1.0. */
    public static String canonical(JsonNode value) {
        return value.isNumber() ? number(value).stripTrailingZeros().toPlainString() : value.toString();
    }

    public static BigDecimal number(JsonNode value) {
        return value.decimalValue();
    }
}
