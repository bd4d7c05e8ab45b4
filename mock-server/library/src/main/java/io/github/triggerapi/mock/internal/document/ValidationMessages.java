package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Messages for errors of a JSON Schema: what was expected, and where. */
final class ValidationMessages {
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
            Map.entry("oneOf", "must fit exactly one of the alternatives"),
            Map.entry("anyOf", "must fit one of the alternatives"),
            Map.entry("const", "must be %s"),
            Map.entry("uniqueItems", "must not repeat an item"));

    private ValidationMessages() {}

    /**
     * Returns a message such as {@code must be at most 1000 at "options.queue.concurrencyLimit"}.
     *
     * @param schema the schema that is not satisfied
     * @param value the whole value that was validated
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
                return "must be " + types(List.of(schema)) + at(place);
            case "enum":
                List<String> values = new ArrayList<>();
                wanted.forEach(one -> values.add(one.toString()));
                return "must be " + String.join(" or ", values) + at(place);
            case "format":
                return "must be a date-time as in RFC 3339" + at(place);
            default:
                String expected = EXPECTED.getOrDefault(keyword, "does not satisfy " + keyword);
                return expected.formatted(wanted) + at(place);
        }
    }

    /** Returns the message for a value whose type none of several schemas allows. */
    static String ofTypes(List<JsonNode> schemas, Error error, JsonNode value, String prefix) {
        return "must be " + types(schemas) + at(place(error.getInstanceLocation(), value, prefix));
    }

    /** Sorted, so that the message does not depend on the order in the document. */
    private static String types(List<JsonNode> schemas) {
        Set<String> types = new TreeSet<>();
        schemas.forEach(schema -> types.addAll(FlattenedSchema.declaredTypes(schema)));
        return types.stream().map(ValidationMessages::article).collect(Collectors.joining(" or "));
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
            String name = JsonPointers.unescape(part);
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

    private static String article(String name) {
        return switch (name) {
            case "null" -> "null";
            case "array", "object", "integer" -> "an " + name;
            default -> "a " + name;
        };
    }
}
