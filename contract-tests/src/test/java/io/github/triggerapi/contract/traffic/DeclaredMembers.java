package io.github.triggerapi.contract.traffic;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Distinguishes declared members from additional ones. */
final class DeclaredMembers {

    private final SchemaResolver schemas;

    DeclaredMembers(SchemaResolver schemas) {
        this.schemas = schemas;
    }

    /** Returns whether an alternative of a schema declares all members of a value at any depth. */
    boolean holds(JsonNode schema, JsonNode value) {
        if (!value.isContainer()) {
            // The schema of a response depends on its status.
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
        // An open object without properties is a map.
        boolean closed = additional.isBoolean() && !additional.asBoolean();
        boolean open = properties.isEmpty() && !closed || additional.isObject();
        return value.propertyStream()
                .allMatch(member -> properties.containsKey(member.getKey())
                        ? holds(properties.get(member.getKey()), member.getValue())
                        : open && holds(additional, member.getValue()));
    }
}
