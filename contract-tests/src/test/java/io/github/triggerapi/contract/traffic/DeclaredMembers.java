package io.github.triggerapi.contract.traffic;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells members that a schema speaks of from such as it only lets pass. */
final class DeclaredMembers {

    private final SchemaResolver schemas;

    DeclaredMembers(SchemaResolver schemas) {
        this.schemas = schemas;
    }

    /** Whether all members in a value, at any depth, are declared by one of the ways to satisfy a schema. */
    boolean holds(JsonNode schema, JsonNode value) {
        if (!value.isContainer()) {
            // What an response declares depends on its status.
            return !schema.has("const") || schema.get("const").equals(value);
        }
        return schemas.alternatives(schema).stream().anyMatch(alternative -> inAlternative(alternative, value));
    }

    private boolean inAlternative(ObjectNode schema, JsonNode value) {
        String type = schema.path("type").asString("");
        if (value.isArray()) {
            return !type.equals("array") || value.valueStream().allMatch(item -> holds(schema.path("items"), item));
        }
        if (!type.equals("object")) {
            return type.isEmpty() || value.isEmpty();
        }
        Map<String, JsonNode> properties = SchemaResolver.properties(schema);
        JsonNode additional = schema.path("additionalProperties");
        // An open object of which no member is named is a map.
        boolean closed = additional.isBoolean() && !additional.asBoolean();
        boolean open = properties.isEmpty() && !closed || additional.isObject();
        return value.propertyStream()
                .allMatch(member -> properties.containsKey(member.getKey())
                        ? holds(properties.get(member.getKey()), member.getValue())
                        : open && holds(additional, member.getValue()));
    }
}
