package io.github.triggerapi.mock.internal.document;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keyword {@code format}. Only {@code date-time} is asserted. */
final class DateTimeFormat {
    private static final Pattern RFC_3339 = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]"
            + "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|23:59:60)(?:\\.[0-9]+)?"
            + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])");

    /** The last valid value, because consecutive values are often the same. */
    private static volatile String latest = "";

    private DateTimeFormat() {}

    static Evaluator evaluator(JsonNode keyword) {
        String format = keyword.isString() ? keyword.asString() : "";
        return (context, value) -> !format.equals("date-time") || !value.isString() || isDateTime(value.asString())
                ? Evaluator.Result.success()
                : Evaluator.Result.failure("no date-time");
    }

    static boolean isDateTime(String text) {
        if (text.equals(latest)) {
            return true;
        }
        Matcher matcher = RFC_3339.matcher(text);
        try {
            boolean valid = matcher.matches()
                    && YearMonth.of(number(matcher, 1), number(matcher, 2)).isValidDay(number(matcher, 3));
            if (valid) {
                latest = text;
            }
            return valid;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
