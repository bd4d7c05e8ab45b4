package io.github.triggerapi.mock.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the metadata of a run, of its parent and of its root. A run without a parent is its own parent and root.
 *
 * @param replacement replaces all metadata before the operations; null for none
 * @param operations the operations on the run
 * @param parentOperations the operations on its parent
 * @param rootOperations the operations on its root
 */
public record MetadataChange(
        @Nullable ObjectNode replacement,
        List<MetadataOperation> operations,
        List<MetadataOperation> parentOperations,
        List<MetadataOperation> rootOperations) {
    /** Copies the lists. */
    public MetadataChange {
        operations = List.copyOf(operations);
        parentOperations = List.copyOf(parentOperations);
        rootOperations = List.copyOf(rootOperations);
    }

    /** Returns a change by operations on the run alone. */
    public static MetadataChange of(List<MetadataOperation> operations) {
        return new MetadataChange(null, operations, List.of(), List.of());
    }

    /**
     * Reads a change from the body of a request. If there are operations, even none in a list, a replacement is ignored.
     *
     * @throws RunChangeException if an operation is invalid
     */
    public static MetadataChange of(JsonNode body) {
        boolean replaces = body.path("metadata").isObject() && !body.has("operations");
        return new MetadataChange(
                replaces ? (ObjectNode) body.get("metadata") : null,
                MetadataOperation.list(body.path("operations")),
                MetadataOperation.list(body.path("parentOperations")),
                MetadataOperation.list(body.path("rootOperations")));
    }

    boolean changesTheRunItself() {
        return replacement != null || !operations.isEmpty();
    }
}
