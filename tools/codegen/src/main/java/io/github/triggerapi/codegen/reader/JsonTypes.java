package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the JSON types of schemas. */
final class JsonTypes {

    private JsonTypes() {}

    /** Returns the types that {@code type} lists, other than {@code null}. */
    static List<String> listed(Node schema) {
        Node type = schema.get("type");
        List<Node> listed = type.json().isArray() ? type.elements() : type.exists() ? List.of(type) : List.of();
        List<String> types = new ArrayList<>();
        for (Node one : listed) {
            if (!one.json().isTextual()) {
                throw new InvalidPartException(one, "the type " + one.json() + "; expected a string such as 'object'");
            }
            types.add(one.json().asText());
        }
        types.remove("null");
        return types.stream().distinct().toList();
    }

    /** Returns whether a schema without a type describes objects. */
    static boolean impliesObject(Node schema) {
        return Stream.of("properties", "additionalProperties", "required", "patternProperties")
                .anyMatch(schema::has);
    }

    /** Returns the types of the values that {@code enum} and {@code const} list, other than {@code null}. */
    static Set<String> ofValues(Node schema) {
        return values(schema)
                .map(value -> Constraints.jsonType(value.json()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns the values that {@code enum} and {@code const} list, but {@code type} excludes.
     *
     * @param types the types that {@code type} lists; empty if it is missing
     */
    static List<Node> valuesOfOtherTypes(Node schema, List<String> types) {
        return types.isEmpty()
                ? List.of()
                : values(schema).filter(value -> !isOfOne(value, types)).toList();
    }

    private static boolean isOfOne(Node value, List<String> types) {
        String type = Constraints.jsonType(value.json());
        return types.contains(type) || type.equals("integer") && types.contains("number");
    }

    /** Returns the reason why a value that is not of one of the types cannot be listed. */
    static String reason(Node value, List<String> types) {
        String expected = types.contains("string") && value.json().isValueNode()
                ? "a string; quote it: '" + value.json().asText() + "'"
                : "a value of the type " + String.join(" or ", types);
        return value.json() + " is not of the type of the schema; expected " + expected;
    }

    private static Stream<Node> values(Node schema) {
        return Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                .filter(value -> value.exists() && !value.json().isNull());
    }

    /** Returns the type of a schema that has no {@code type}. */
    static String implied(Node schema) {
        if (Nullability.isNull(schema)) {
            throw new UnsupportedPartException(schema, "only null is valid");
        }
        if (impliesObject(schema)) {
            return "object";
        }
        if (schema.has("items") || schema.has("prefixItems")) {
            return "array";
        }
        Set<String> types = ofValues(schema);
        if (types.equals(Set.of("integer", "number"))) {
            return "number";
        }
        if (types.size() == 1 && !types.contains("object") && !types.contains("array")) {
            return types.iterator().next();
        }
        if (!types.isEmpty()) {
            throw new UnsupportedPartException(schema, "its values are of several types");
        }
        for (String jsonType : List.of("string", "number", "array", "object")) {
            if (!Constraints.of(schema, jsonType).isEmpty() || schema.has("format")) {
                throw new UnsupportedPartException(schema, "its type is missing, " + jsonType + " perhaps");
            }
        }
        return "any";
    }
}
