package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Node;

/** Puts keywords of OpenAPI 3.0, such as {@code nullable}, which later documents use, too, in those of JSON Schema. */
final class OlderKeywords {

    private OlderKeywords() {}

    /** Changes the tree of a document. */
    static JsonNode replace(JsonNode document) {
        for (Node schema : new SchemaLocations(new Node("#", document)).schemas()) {
            if (schema.json() instanceof ObjectNode object) {
                exclude(object, "exclusiveMinimum", "minimum");
                exclude(object, "exclusiveMaximum", "maximum");
                if (object.path("nullable").isBoolean()
                        && object.remove("nullable").asBoolean()) {
                    allowNull(object);
                }
            }
        }
        return document;
    }

    private static void exclude(ObjectNode schema, String exclusive, String inclusive) {
        if (schema.path(exclusive).isBoolean() && schema.remove(exclusive).asBoolean() && schema.has(inclusive)) {
            schema.set(exclusive, schema.remove(inclusive));
        }
    }

    private static void allowNull(ObjectNode schema) {
        // References into the schema must go on leading to the same places, so no part of it is moved.
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            schema.putArray("type").add(type).add("null");
        }
        if (schema.path("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        for (String keyword : new String[] {"anyOf", "oneOf"}) {
            if (schema.path(keyword) instanceof ArrayNode branches) {
                branches.addObject().put("type", "null");
            }
        }
        if (schema.has("$ref")) {
            ArrayNode branches = schema.arrayNode();
            branches.addObject().set("$ref", schema.remove("$ref"));
            branches.addObject().put("type", "null");
            schema.set("anyOf", branches);
        }
    }
}
