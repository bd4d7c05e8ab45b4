package io.github.triggerapi.contract.judge;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites OpenAPI 3.0 keywords as JSON Schema 2020-12: {@code nullable}, and exclusive bounds that are flags. Removes the
 * formats that are not validated.
 */
final class OpenApi30Normalizer {

    /** Keywords whose value is data. */
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const");

    /** Keywords whose value is a map with names of the spec. */
    private static final Set<String> MAPS = Set.of(
            "properties", "patternProperties", "$defs", "schemas", "paths", "responses", "parameters", "content");

    private OpenApi30Normalizer() {}

    static JsonNode rewrite(JsonNode document) {
        JsonNode copy = document.deepCopy();
        walk(copy, false);
        return copy;
    }

    private static void walk(JsonNode node, boolean map) {
        if (node instanceof ArrayNode array) {
            array.forEach(item -> walk(item, false));
        } else if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames().toArray(String[]::new)) {
                if (map || !DATA.contains(name) && !name.startsWith("x-")) {
                    walk(object.path(name), !map && MAPS.contains(name));
                }
            }
            if (!map) {
                rewrite(object);
            }
        }
    }

    private static void rewrite(ObjectNode schema) {
        JsonNode format = schema.path("format");
        // Only this format has its own Java type. The others are annotations, as in JSON Schema.
        if (format.isString() && !format.asString().equals("date-time")) {
            schema.remove("format");
        }
        exclusive(schema, "minimum", "exclusiveMinimum");
        exclusive(schema, "maximum", "exclusiveMaximum");
        if (!schema.path("nullable").isBoolean()) {
            return;
        }
        boolean nullable = schema.remove("nullable").asBoolean();
        if (!nullable) {
            return;
        }
        if (schema.path("type").isString() && !schema.has("oneOf") && !schema.has("anyOf") && !schema.has("allOf")) {
            String type = schema.path("type").asString();
            schema.putArray("type").add(type).add("null");
            if (schema.path("enum") instanceof ArrayNode values
                    && values.values().stream().noneMatch(JsonNode::isNull)) {
                values.addNull();
            }
        } else if (!schema.isEmpty()) {
            ObjectNode whole = schema.deepCopy();
            schema.removeAll();
            ArrayNode alternatives = schema.putArray("anyOf");
            alternatives.addObject().put("type", "null");
            alternatives.add(whole);
        }
    }

    private static void exclusive(ObjectNode schema, String bound, String flag) {
        if (schema.path(flag).isBoolean()) {
            boolean exclusive = schema.remove(flag).asBoolean();
            if (exclusive && schema.path(bound).isNumber()) {
                schema.set(flag, schema.remove(bound));
            }
        }
    }
}
