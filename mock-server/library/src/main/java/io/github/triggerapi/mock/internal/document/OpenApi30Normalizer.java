package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.Set;

/** Puts keywords of OpenAPI 3.0, such as {@code nullable}, which later documents use, too, in those of JSON Schema. */
final class OpenApi30Normalizer {
    /** Members that hold others under names of their own, which are no keywords. */
    private static final Set<String> MAPS = Set.of(
            "properties",
            "patternProperties",
            "dependentSchemas",
            "$defs",
            "definitions",
            "paths",
            "content",
            "schemas",
            "responses",
            "parameters",
            "requestBodies",
            "headers",
            "pathItems");

    private static final Set<String> DATA = Set.of("example", "examples", "default", "const", "enum");
    private static final Set<String> APPLICATORS =
            Set.of("$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private OpenApi30Normalizer() {}

    /** Changes the tree of a document. */
    static JsonNode replace(JsonNode document) {
        visit(document, false);
        return document;
    }

    private static void visit(JsonNode node, boolean map) {
        node.properties().forEach(member -> {
            boolean data = DATA.contains(member.getKey()) || member.getKey().startsWith("x-");
            if (map || !data) {
                visit(member.getValue(), !map && MAPS.contains(member.getKey()));
            }
        });
        node.elements().forEachRemaining(element -> {
            if (node.isArray()) {
                visit(element, false);
            }
        });
        if (!map && node instanceof ObjectNode schema) {
            exclude(schema, "exclusiveMinimum", "minimum");
            exclude(schema, "exclusiveMaximum", "maximum");
            if (schema.path("nullable").isBoolean() && schema.remove("nullable").asBoolean()) {
                allowNull(schema);
            }
        }
    }

    private static void exclude(ObjectNode schema, String exclusive, String inclusive) {
        if (schema.path(exclusive).isBoolean() && schema.remove(exclusive).asBoolean() && schema.has(inclusive)) {
            schema.set(exclusive, schema.remove(inclusive));
        }
    }

    private static void allowNull(ObjectNode schema) {
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
        if (schema.path("enum") instanceof ArrayNode values && !contains(values, "null")) {
            values.addNull();
        }
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            schema.putArray("type").add(type).add("null");
        } else if (type instanceof ArrayNode types && !contains(types, "\"null\"")) {
            types.add("null");
        }
        ObjectNode moved = Json.MAPPER.createObjectNode();
        APPLICATORS.stream().sorted().filter(schema::has).forEach(name -> moved.set(name, schema.remove(name)));
        if (!moved.isEmpty()) {
            schema.putArray("anyOf").add(moved).addObject().put("type", "null");
        }
    }

    private static boolean contains(ArrayNode values, String json) {
        for (JsonNode value : values) {
            if (value.toString().equals(json)) {
                return true;
            }
        }
        return false;
    }
}
