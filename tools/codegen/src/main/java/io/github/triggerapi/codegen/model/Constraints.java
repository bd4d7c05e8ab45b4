package io.github.triggerapi.codegen.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Bound;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The constraints of a schema on a value by their keywords in JSON Schema 2020-12, in a fixed order.
 *
 * @param keywords {@code minimum}, {@code maxLength} and so on, each with its value as JSON
 */
public record Constraints(Map<String, JsonNode> keywords) {

    /** No constraints. */
    public static final Constraints NONE = new Constraints(Map.of());

    /** The mark of a string whose value the document describes, but Java does not. */
    public static final Constraints RAW = new Constraints(Map.of("format", TextNode.valueOf("raw")));

    /** Returns the constraints of a schema that apply to a JSON type. */
    public static Constraints of(Node schema, String jsonType) {
        Map<String, JsonNode> keywords = new LinkedHashMap<>();
        for (SchemaKeyword bound : SchemaKeyword.boundsOf(jsonType)) {
            Node value = schema.get(bound.keyword());
            if (value.exists() && !isUnreachable(value)) {
                keywords.put(bound.keyword(), checked(value, bound.bound().orElseThrow()));
            }
        }
        if (isDateTime(schema)) {
            // The type implies it.
            keywords.remove("format");
        }
        if (jsonType.equals("object")
                && isClosed(schema)
                && schema.get("properties").members().isEmpty()) {
            keywords.put("maxProperties", IntNode.valueOf(0));
        }
        useNumbersForExclusiveBounds(schema, keywords);
        if (!jsonType.equals("string")) {
            for (String keyword : List.of("enum", "const")) {
                if (schema.has(keyword)) {
                    listed(schema.json().get(keyword), jsonType).ifPresent(values -> keywords.put(keyword, values));
                }
            }
        }
        return keywords.isEmpty() ? NONE : new Constraints(keywords);
    }

    /** Returns a constant or the listed values, without those that are of another JSON type. */
    private static Optional<JsonNode> listed(JsonNode values, String jsonType) {
        if (!values.isArray()) {
            return isOfType(values, jsonType) ? Optional.of(values) : Optional.empty();
        }
        ArrayNode matching = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> {
            if (value.isNull() || isOfType(value, jsonType)) {
                matching.add(value);
            }
        });
        return matching.isEmpty() ? Optional.empty() : Optional.of(matching);
    }

    private static boolean isOfType(JsonNode value, String jsonType) {
        return jsonType.equals("any")
                || jsonType(value).equals(jsonType)
                || jsonType.equals("number") && value.isNumber();
    }

    /** Returns the type of a value, which is {@code integer} for a number without fraction. */
    public static String jsonType(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.canConvertToExactIntegral() ? "integer" : "number";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    /** Returns the keywords with bounds that no Java value reaches, which are left out. */
    public static List<Node> unreachable(Node schema) {
        return schema.members().stream().filter(Constraints::isUnreachable).toList();
    }

    private static boolean isUnreachable(Node keyword) {
        JsonNode value = keyword.json();
        return SchemaKeyword.of(keyword.key())
                        .flatMap(SchemaKeyword::bound)
                        .filter(bound -> bound == Bound.GREATEST_COUNT || bound == Bound.LEAST_COUNT)
                        .isPresent()
                && value.canConvertToExactIntegral()
                && value.decimalValue().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
    }

    /** Returns the value of a keyword, which generated code may contain as a number, or rejects it. */
    private static JsonNode checked(Node keyword, Bound bound) {
        JsonNode value = keyword.json();
        switch (bound) {
            case LEAST_COUNT, GREATEST_COUNT -> {
                check(keyword, isCount(value), "an integer from 0 to " + Integer.MAX_VALUE);
                return IntNode.valueOf(value.intValue());
            }
            case LOWER, UPPER, STEP -> check(keyword, value.isNumber(), "a number");
            case EXCLUSIVE_LOWER, EXCLUSIVE_UPPER ->
                check(keyword, value.isNumber() || value.isBoolean(), "a number, true or false");
            case UNIQUE -> check(keyword, value.isBoolean(), "true or false");
            case PATTERN, FORMAT -> check(keyword, value.isTextual(), "a string");
        }
        return value;
    }

    private static void check(Node keyword, boolean valid, String expected) {
        if (!valid) {
            throw new InvalidPartException(keyword, "expected " + expected + ": " + keyword.json());
        }
    }

    private static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.canConvertToExactIntegral()
                && value.canConvertToInt()
                && value.intValue() >= 0;
    }

    /** Returns whether a string is a date and time. The format of a string with listed values is ignored. */
    public static boolean isDateTime(Node schema) {
        return schema.text("format").equals("date-time") && !schema.has("enum") && !schema.has("const");
    }

    /** Returns whether an object may have no members other than the listed ones. */
    public static boolean isClosed(Node schema) {
        return schema.get("additionalProperties").json().equals(BooleanNode.FALSE) && !schema.has("patternProperties");
    }

    /** Converts {@code exclusiveMinimum: true} with {@code minimum} of OpenAPI 3.0 to the form of JSON Schema 2020-12. */
    private static void useNumbersForExclusiveBounds(Node schema, Map<String, JsonNode> keywords) {
        Map<String, String> inclusive = Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");
        inclusive.forEach((exclusive, bound) -> {
            JsonNode value = keywords.get(exclusive);
            if (value == null || !value.isBoolean()) {
                return;
            }
            if (!value.asBoolean()) {
                keywords.remove(exclusive);
            } else if (keywords.containsKey(bound)) {
                keywords.put(exclusive, keywords.remove(bound));
            } else {
                throw new InvalidPartException(
                        schema.get(exclusive),
                        "true without a " + bound + "; expected one, or a number instead of true");
            }
        });
    }

    /** Returns the value of a keyword as a string, or the empty string. */
    public String get(String keyword) {
        JsonNode value = keywords.get(keyword);
        return value == null ? "" : value.isTextual() ? value.asText() : value.toString();
    }

    public boolean has(String keyword) {
        return keywords.containsKey(keyword);
    }

    public boolean isEmpty() {
        return keywords.isEmpty();
    }
}
