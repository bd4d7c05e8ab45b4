package io.github.triggerapi.codegen.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Bound;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constraints of a schema on a value by their keywords in JSON Schema 2020-12, in a fixed order.
 *
 * @param keywords {@code minimum}, {@code maxLength} and so on, each with its value as JSON
 */
public record Constraints(Map<String, JsonNode> keywords) {

    /** No constraints. */
    public static final Constraints NONE = new Constraints(Map.of());

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
                    keywords.put(keyword, schema.json().get(keyword));
                }
            }
        }
        return keywords.isEmpty() ? NONE : new Constraints(keywords);
    }

    /** Returns the keywords with upper bounds that no Java value reaches, which are no constraints. */
    public static List<Node> unreachable(Node schema) {
        return schema.members().stream().filter(Constraints::isUnreachable).toList();
    }

    private static boolean isUnreachable(Node keyword) {
        JsonNode value = keyword.json();
        return SchemaKeyword.of(keyword.key())
                        .flatMap(SchemaKeyword::bound)
                        .filter(Bound.GREATEST_COUNT::equals)
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
            throw new UnsupportedPartException(keyword, "expected " + expected + ": " + keyword.json());
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
        return schema.get("additionalProperties").json().equals(BooleanNode.FALSE);
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
                throw new UnsupportedPartException(schema.get(exclusive), "true without a " + bound);
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
