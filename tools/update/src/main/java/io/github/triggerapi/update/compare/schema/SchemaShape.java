package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.codegen.reader.RequiredChoices;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema with references and lists of one element resolved.
 *
 * @param reference the pointer of the named schema; empty if it has no name
 * @param nullable whether null is accepted
 * @param branches the alternatives of a union, or the schema itself
 */
record SchemaShape(String reference, boolean nullable, List<Node> branches, Node node) {

    /** The greatest depth of references to references. */
    private static final int DEPTH = 50;

    /** Resolves references and lists of one element. */
    static SchemaShape of(Document document, Node schema) {
        Node current = schema;
        boolean nullable = false;
        String reference = "";
        for (int i = 0; i < DEPTH; i++) {
            nullable |= acceptsNull(current);
            Node inner = inner(current);
            nullable |= inner != null && nullBeside(current);
            if (inner != null) {
                current = inner;
            } else if (current.has("$ref")) {
                reference = reference.isEmpty() ? current.text("$ref") : reference;
                current = document.at(current.text("$ref"));
            } else {
                break;
            }
        }
        nullable |= nullBeside(current)
                || isAny(current)
                || union(current).stream().anyMatch(branch -> acceptsNull(branch) || nullBeside(branch));
        return new SchemaShape(reference, nullable, branches(current), current);
    }

    /** Returns the only schema in a list of one; null if there is no such list. */
    private static @Nullable Node inner(Node schema) {
        if (schema.get("allOf").elements().size() == 1 && !schema.has("properties")) {
            return schema.get("allOf").elements().get(0);
        }
        List<Node> branches = union(schema);
        return branches.size() == 1 ? branches.get(0) : null;
    }

    private static List<Node> branches(Node schema) {
        List<Node> branches = union(schema);
        return branches.isEmpty() ? List.of(schema) : branches;
    }

    /** Returns the branches of a union except null; empty if the schema is not a union. */
    static List<Node> union(Node schema) {
        List<Node> branches = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (!RequiredChoices.isChoice(schema, keyword)) {
                branches.addAll(schema.get(keyword).elements());
            }
        }
        branches.removeIf(SchemaShape::isNull);
        return branches;
    }

    private static boolean nullBeside(Node schema) {
        return schema.get("oneOf").elements().stream().anyMatch(SchemaShape::isNull)
                || schema.get("anyOf").elements().stream().anyMatch(SchemaShape::isNull);
    }

    private static boolean isNull(Node schema) {
        return schema.text("type").equals("null") || schema.json().path("const").isNull();
    }

    /** Returns whether the schema itself accepts null. */
    private static boolean acceptsNull(Node schema) {
        return schema.flag("nullable")
                || schema.text("type").equals("null")
                || schema.strings("type").contains("null")
                || schema.get("enum").elements().stream()
                        .anyMatch(value -> value.json().isNull());
    }

    /** Returns whether any JSON is accepted, including null. */
    boolean isAny() {
        return isAny(node);
    }

    private static boolean isAny(Node schema) {
        return types(schema).equals(List.of("any"))
                && !schema.has("enum")
                && !schema.has("const")
                && union(schema).isEmpty();
    }

    /** Returns the JSON types except null of a schema that is neither a reference nor a union. */
    static List<String> types(Node schema) {
        if (schema.json().isBoolean() && !schema.json().asBoolean()) {
            return List.of();
        }
        List<String> types = new ArrayList<>();
        if (schema.get("type").json().isTextual()) {
            types.add(schema.text("type"));
        }
        types.addAll(schema.strings("type"));
        types.remove("null");
        return types.isEmpty() ? List.of(impliedType(schema)) : types;
    }

    private static String impliedType(Node schema) {
        if (schema.has("properties")
                || schema.has("additionalProperties")
                || schema.has("required")
                || schema.has("allOf")) {
            return "object";
        }
        if (schema.has("items")) {
            return "array";
        }
        List<Node> values = new ArrayList<>(schema.get("enum").elements());
        if (schema.has("const")) {
            values.add(schema.get("const"));
        }
        boolean texts = !values.isEmpty()
                && values.stream()
                        .allMatch(value ->
                                value.json().isTextual() || value.json().isNull());
        return texts ? "string" : "any";
    }
}
