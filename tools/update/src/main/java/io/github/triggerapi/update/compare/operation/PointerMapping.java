package io.github.triggerapi.update.compare.operation;

import io.github.triggerapi.openapi.JsonPointers;
import java.util.Map;

/**
 * Maps pointers of the old revision to the new one.
 *
 * @param schemas the new pointers of renamed schemas by the old ones
 * @param operations the operations in both revisions by the old pointers
 */
public record PointerMapping(Map<String, String> schemas, Map<String, OperationComparison.Pair> operations) {

    /** Returns the pointer in the new revision. */
    public String now(String pointer) {
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            if (JsonPointers.isWithin(pointer, schema.getKey())) {
                return schema.getValue() + pointer.substring(schema.getKey().length());
            }
        }
        for (Map.Entry<String, OperationComparison.Pair> operation : operations.entrySet()) {
            if (JsonPointers.isWithin(pointer, operation.getKey())) {
                return operation.getValue().after().operation().pointer()
                        + pointer.substring(operation.getKey().length());
            }
        }
        return pointer;
    }

    /** Returns the new pointer of the renamed schema that contains a place; empty if there is none. */
    public String renamedSchema(String pointer) {
        return schemas.entrySet().stream()
                .filter(schema -> JsonPointers.isWithin(pointer, schema.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
