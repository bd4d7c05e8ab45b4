package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
        Set<String> types = new LinkedHashSet<>();
        Stream.concat(schema.get("enum").elements().stream(), Stream.of(schema.get("const")))
                .filter(value -> value.exists() && !value.json().isNull())
                .forEach(value -> types.add(Constraints.jsonType(value.json())));
        return types;
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
