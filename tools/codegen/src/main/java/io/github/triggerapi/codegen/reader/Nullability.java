package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Determines whether null is valid for a schema. */
final class Nullability {

    private final Document document;

    Nullability(Document document) {
        this.document = document;
    }

    static boolean isNull(Node schema) {
        return schema.text("type").equals("null")
                || (schema.has("const") && schema.json().get("const").isNull());
    }

    /** Returns whether null is valid for a schema or for the schema that it refers to. */
    boolean isNullable(Node schema) {
        return isNullable(schema, new HashSet<>());
    }

    private boolean isNullable(Node schema, Set<String> seen) {
        Node target = document.resolve(schema);
        if (saysNullable(schema) || saysNullable(target)) {
            return true;
        }
        if (!seen.add(target.pointer())) {
            return false;
        }
        List<Node> branches = new ArrayList<>(target.get("oneOf").elements());
        branches.addAll(target.get("anyOf").elements());
        List<Node> parts = target.get("allOf").elements();
        branches.addAll(parts.size() == 1 && !target.has("properties") ? parts : List.of());
        return branches.stream().anyMatch(branch -> isNull(branch) || isNullable(branch, seen));
    }

    static boolean saysNullable(Node schema) {
        return schema.flag("nullable")
                || schema.strings("type").contains("null")
                || schema.get("enum").elements().stream()
                        .anyMatch(value -> value.json().isNull());
    }
}
