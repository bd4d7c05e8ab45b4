package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts an error of a JSON Schema in words: what was expected, and where. */
final class Wording {
    private static final int MAX_PLACE = 200;

    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("maximum", "must be at most %s"),
            Map.entry("minimum", "must be at least %s"),
            Map.entry("exclusiveMaximum", "must be less than %s"),
            Map.entry("exclusiveMinimum", "must be greater than %s"),
            Map.entry("multipleOf", "must be a multiple of %s"),
            Map.entry("maxLength", "must have at most %s characters"),
            Map.entry("minLength", "must have at least %s characters"),
            Map.entry("maxItems", "must have at most %s items"),
            Map.entry("minItems", "must have at least %s items"),
            Map.entry("maxProperties", "must have at most %s members"),
            Map.entry("minProperties", "must have at least %s members"),
            Map.entry("pattern", "must match the pattern %s"),
            Map.entry("const", "must be %s"),
            Map.entry("uniqueItems", "must not repeat an item"));

    private Wording() {}

    /**
     * The text, such as {@code must be at most 1000 at "options.queue.concurrencyLimit"}.
     *
     * @param schema the schema that the value at fault does not satisfy
     * @param value the whole value that was checked
     */
    static String of(Error error, JsonNode schema, JsonNode value, String prefix) {
        String keyword = error.getKeyword();
        String place = place(error.getInstanceLocation(), value, prefix);
        if (keyword == null) {
            return "is not allowed" + at(place);
        }
        JsonNode wanted = schema.path(keyword);
        switch (keyword) {
            case "required":
                String missing = missing(wanted, value.at(error.getInstanceLocation()));
                return "is required" + at(place.isEmpty() ? missing : place + "." + missing);
            case "type":
                return "must be " + alternatives(wanted, Wording::article) + at(place);
            case "enum":
                return "must be " + alternatives(wanted, JsonNode::toString) + at(place);
            default:
                String expected = EXPECTED.getOrDefault(keyword, "does not satisfy " + keyword);
                return expected.formatted(wanted) + at(place);
        }
    }

    private static String at(String place) {
        return place.isEmpty() ? " at the top level" : " at \"" + shorten(place) + "\"";
    }

    private static String shorten(String place) {
        return place.length() <= MAX_PLACE ? place : place.substring(0, MAX_PLACE) + "…";
    }

    private static String place(String pointer, JsonNode value, String prefix) {
        StringBuilder place = new StringBuilder(prefix);
        JsonNode node = value;
        for (String part :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String name = part.replace("~1", "/").replace("~0", "~");
            if (node.isArray()) {
                place.append('[').append(name).append(']');
                node = node.path(Integer.parseInt(name));
            } else {
                place.append(place.length() == 0 ? "" : ".").append(name);
                node = node.path(name);
            }
        }
        return place.toString();
    }

    private static String missing(JsonNode required, JsonNode object) {
        for (JsonNode name : required) {
            if (!object.has(name.asText())) {
                return name.asText();
            }
        }
        return "";
    }

    private static String alternatives(JsonNode wanted, Function<JsonNode, String> words) {
        List<String> all = new ArrayList<>();
        if (wanted.isArray()) {
            wanted.forEach(one -> all.add(words.apply(one)));
        } else {
            all.add(words.apply(wanted));
        }
        return String.join(" or ", all);
    }

    private static String article(JsonNode type) {
        String name = type.asText();
        return switch (name) {
            case "null" -> "null";
            case "array", "object", "integer" -> "an " + name;
            default -> "a " + name;
        };
    }
}
