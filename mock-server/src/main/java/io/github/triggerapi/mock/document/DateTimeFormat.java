package io.github.triggerapi.mock.document;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keyword {@code format}: {@code date-time} is asserted, every other one says something only to the reader. */
final class DateTimeFormat {
    private static final Pattern RFC_3339 = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]"
            + "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]|23:59:60)(?:\\.[0-9]+)?"
            + "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])");

    private DateTimeFormat() {}

    static Evaluator evaluator(JsonNode keyword) {
        String format = keyword.isString() ? keyword.asString() : "";
        return (context, value) -> !format.equals("date-time") || !value.isString() || isDateTime(value.asString())
                ? Evaluator.Result.success()
                : Evaluator.Result.failure("no date-time");
    }

    static boolean isDateTime(String text) {
        Matcher matcher = RFC_3339.matcher(text);
        try {
            return matcher.matches() && LocalDate.parse(matcher.group(1)) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
