package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Accepts values of a schema with a few simple keywords, many times faster than a validator. It never accepts an
 * invalid value. For a value that it does not accept, {@link Schema#check} returns what is invalid, if anything is.
 */
final class FastValidator {
    private static final Set<String> KEYWORDS = Set.of(
            "$ref", "type", "enum", "format", "maxLength", "minimum", "maximum", "items", "properties", "required");

    /** The maximum depth, because schemas may be recursive. */
    private static final int MAX_DEPTH = 10;

    private static final Set<String> BOUNDS = Set.of("maxLength", "minimum", "maximum");
    private static final Set<String> FORMATS = Set.of("date-time", "int64");

    private static final Predicate<JsonNode> ANYTHING = value -> true;
    private static final Predicate<JsonNode> NOTHING = value -> false;

    private final Document document;

    /** What references lead to, by their depth, because schemas may refer to each other many times. */
    private final Map<String, Predicate<JsonNode>> targets = new HashMap<>();

    private FastValidator(Document document) {
        this.document = document;
    }

    /** Returns whether values are accepted by a schema, whose references lead into a document. */
    static Predicate<JsonNode> of(Document document, JsonNode schema) {
        return new FastValidator(document).of(schema, 0);
    }

    private Predicate<JsonNode> of(JsonNode schema, int depth) {
        Set<String> keywords = Schema.Source.keywords(schema);
        if (!schema.isObject() || depth > MAX_DEPTH || !KEYWORDS.containsAll(keywords) || !areSimple(schema)) {
            return NOTHING;
        }
        if (keywords.contains("$ref")) {
            return keywords.size() == 1 ? target(schema.path("$ref").asText(), depth) : NOTHING;
        }
        if (keywords.isEmpty()) {
            return ANYTHING;
        }
        return FlattenedSchema.declaredTypes(schema).stream()
                .map(type -> ofType(type, schema, depth))
                .reduce(NOTHING, Predicate::or);
    }

    private Predicate<JsonNode> target(String reference, int depth) {
        String key = depth + reference;
        Predicate<JsonNode> known = targets.get(key);
        if (known == null) {
            known = of(document.target(reference).json(), depth + 1);
            targets.put(key, known);
        }
        return known;
    }

    private Predicate<JsonNode> ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "string" -> string(schema);
            case "integer" -> integer(schema);
            case "number" ->
                Stream.of("minimum", "maximum", "format").anyMatch(schema::has) ? NOTHING : JsonNode::isNumber;
            case "boolean" -> JsonNode::isBoolean;
            case "null" -> JsonNode::isNull;
            case "array" -> array(schema.has("items") ? of(schema.path("items"), depth + 1) : ANYTHING);
            case "object" -> object(schema, depth);
            default -> NOTHING;
        };
    }

    /** Returns whether the keywords of a schema have supported values. */
    private static boolean areSimple(JsonNode schema) {
        return BOUNDS.stream().filter(schema::has).map(schema::get).allMatch(FastValidator::isLong)
                && (!schema.has("format")
                        || FORMATS.contains(schema.path("format").asText()))
                && (!schema.has("enum") || isEnumOfText(schema));
    }

    private static boolean isLong(JsonNode bound) {
        return bound.isIntegralNumber() && bound.canConvertToLong();
    }

    private static boolean isEnumOfText(JsonNode schema) {
        JsonNode values = schema.path("enum");
        return schema.path("type").asText().equals("string")
                && !values.isEmpty()
                && Json.elements(values).allMatch(JsonNode::isTextual);
    }

    private static Predicate<JsonNode> string(JsonNode schema) {
        Set<String> values = new HashSet<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        boolean dateTime = schema.path("format").asText().equals("date-time");
        long maxLength = schema.path("maxLength").asLong(Long.MAX_VALUE);
        return value -> value.isTextual()
                && value.textValue().length() <= maxLength
                && (values.isEmpty() || values.contains(value.textValue()))
                && (!dateTime || DateTimeFormat.isDateTime(value.textValue()));
    }

    private static Predicate<JsonNode> integer(JsonNode schema) {
        long minimum = schema.path("minimum").asLong(Long.MIN_VALUE);
        long maximum = schema.path("maximum").asLong(Long.MAX_VALUE);
        return value -> value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= minimum
                && value.longValue() <= maximum;
    }

    private static Predicate<JsonNode> array(Predicate<JsonNode> item) {
        return value -> {
            if (!value.isArray()) {
                return false;
            }
            for (JsonNode element : value) {
                if (!item.test(element)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<JsonNode> object(JsonNode schema, int depth) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Map<String, Predicate<JsonNode>> properties = new HashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), of(property.getValue(), depth + 1)));
        return value -> {
            if (!value.isObject()) {
                return false;
            }
            for (String name : required) {
                if (!value.has(name)) {
                    return false;
                }
            }
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!properties.getOrDefault(member.getKey(), ANYTHING).test(member.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }
}
