package io.github.triggerapi.update.compare.operation;

import java.util.Map;

/**
 * Where places of the old document are in the new one.
 *
 * @param schemas the pointers of named schemas that have another name, by the old ones
 * @param operations the operations that are in both, by the old pointers
 */
public record PointerMapping(Map<String, String> schemas, Map<String, OperationComparison.Pair> operations) {

    /** The pointer in the new document, where the place is still the same but for what it is in. */
    public String now(String pointer) {
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            if (isIn(pointer, schema.getKey())) {
                return schema.getValue() + pointer.substring(schema.getKey().length());
            }
        }
        for (Map.Entry<String, OperationComparison.Pair> operation : operations.entrySet()) {
            if (isIn(pointer, operation.getKey())) {
                return operation.getValue().after().operation().pointer()
                        + pointer.substring(operation.getKey().length());
            }
        }
        return pointer;
    }

    /** The new pointer of the named schema, with another name now, that a place is in; empty where it is in none. */
    public String renamedSchema(String pointer) {
        return schemas.entrySet().stream()
                .filter(schema -> isIn(pointer, schema.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static boolean isIn(String pointer, String whole) {
        return pointer.equals(whole) || pointer.startsWith(whole + "/");
    }
}
