package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.OpenApiDocument;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares two values. Numbers and date-times are compared by value. */
final class JsonDifferences {

    private static final int LONGEST = 200;

    private JsonDifferences() {}

    static List<String> of(JsonNode sent, JsonNode read) {
        List<String> differences = new ArrayList<>();
        compare("", sent, read, differences);
        return differences;
    }

    private static void compare(String pointer, JsonNode sent, JsonNode read, List<String> differences) {
        if (sent.isObject() && read.isObject()) {
            Set<String> names = new LinkedHashSet<>(sent.propertyNames());
            names.addAll(read.propertyNames());
            names.forEach(name ->
                    compare(OpenApiDocument.child(pointer, name), sent.path(name), read.path(name), differences));
        } else if (sent.isArray() && read.isArray() && sent.size() == read.size()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(pointer + "/" + i, sent.get(i), read.get(i), differences);
            }
        } else if (!same(sent, read)) {
            differences.add(" at '" + pointer + "': sent " + shown(sent) + ", arrived " + shown(read));
        }
    }

    private static boolean same(JsonNode sent, JsonNode read) {
        if (sent.isNumber() && read.isNumber()) {
            return sent.decimalValue().compareTo(read.decimalValue()) == 0;
        }
        return sent.equals(read) || sameTime(sent, read);
    }

    /** Date-times may be serialized with a different number of zeros. */
    private static boolean sameTime(JsonNode sent, JsonNode read) {
        try {
            return sent.isString()
                    && read.isString()
                    && OffsetDateTime.parse(sent.asString()).equals(OffsetDateTime.parse(read.asString()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
