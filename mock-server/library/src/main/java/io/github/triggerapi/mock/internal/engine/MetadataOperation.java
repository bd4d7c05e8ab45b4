package io.github.triggerapi.mock.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One operation on metadata.
 *
 * @param key the name of a member, or a path such as {@code $.items[0].name}; empty for {@link Type#UPDATE}
 * @param value the operand, missing for {@link Type#DELETE}
 */
public record MetadataOperation(Type type, String key, JsonNode value) {
    /** What an operation does. */
    public enum Type {
        /** Sets a value. */
        SET,
        /** Deletes a member. */
        DELETE,
        /** Appends a value to an array. */
        APPEND,
        /** Removes all equal values from an array. */
        REMOVE,
        /** Adds a number; a missing value counts as 0. */
        INCREMENT,
        /** Replaces all metadata by an object. */
        UPDATE
    }

    /**
     * Reads operations, an array of objects with the members {@code type}, {@code key} and {@code value}. A missing array has
     * no operations.
     *
     * @throws RunChangeException if they are invalid
     */
    static List<MetadataOperation> list(JsonNode array) {
        List<MetadataOperation> operations = new ArrayList<>();
        for (JsonNode one : array) {
            operations.add(of(one));
        }
        return operations;
    }

    private static MetadataOperation of(JsonNode json) {
        JsonNode value = json.has("value") ? json.get("value") : MissingNode.getInstance();
        MetadataOperation operation = new MetadataOperation(
                type(json.path("type").asText()), json.path("key").asText(), value);
        boolean valid = switch (operation.type) {
            case DELETE -> true;
            case INCREMENT -> value.isNumber();
            case UPDATE -> value.isObject();
            default -> !value.isMissingNode();
        };
        if (!valid) {
            throw MetadataEditor.invalid("The operation needs another value: " + operation.type);
        }
        return operation;
    }

    private static Type type(String name) {
        for (Type type : Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return type;
            }
        }
        throw MetadataEditor.invalid("The type of an operation is unknown");
    }
}
