package io.github.triggerapi.contract.judge;

import io.github.triggerapi.contract.judge.ParameterForm.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what decides about the form of parameters in their schemas: types, items and members. */
final class ParameterShapes {

    private static final Set<String> SIMPLE = Set.of("string", "integer", "number", "boolean");

    /** Deeper than any object that a parameter holds. */
    private static final int DEPTH = 8;

    private final OpenApiDocument document;

    ParameterShapes(OpenApiDocument document) {
        this.document = document;
    }

    Shape of(String schema) {
        return of(schema, 0);
    }

    private Shape of(String schema, int depth) {
        if (depth > DEPTH) {
            return Shape.OTHER;
        }
        List<String> parts = parts(schema);
        JsonNode own = document.at(parts.get(0));
        List<String> alternatives = own.has("properties") ? List.of() : alternatives(parts.get(0));
        if (alternatives.size() == 1) {
            return of(alternatives.get(0), depth + 1);
        }
        Set<String> types = new LinkedHashSet<>();
        parts.forEach(part -> types.addAll(types(document.at(part))));
        if (alternatives.size() > 1 || types(own).size() > 1) {
            return types.stream().anyMatch(SIMPLE::contains) ? Shape.UNION : Shape.OTHER;
        }
        List<Shape> members = new ArrayList<>();
        for (String name : members(schema)) {
            String member = property(schema, name);
            members.add(member == null ? Shape.OTHER : of(member, depth + 1));
        }
        String items = items(schema);
        if (!members.isEmpty()) {
            return Shape.ofObject(members);
        } else if (items != null) {
            return of(items, depth + 1) == Shape.SIMPLE ? Shape.ARRAY : Shape.OTHER;
        }
        return types.stream().anyMatch(SIMPLE::contains) ? Shape.SIMPLE : Shape.OTHER;
    }

    private List<String> alternatives(String schema) {
        return Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> branches(schema, keyword))
                .filter(branch -> !document.at(branch).path("type").asString("").equals("null"))
                .toList();
    }

    private Stream<String> branches(String schema, String keyword) {
        return Stream.iterate(0, i -> i + 1)
                .limit(document.at(schema).path(keyword).size())
                .map(i -> schema + "/" + keyword + "/" + i);
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            boolean strings = schema.path("const").isString()
                    || schema.has("enum") && schema.path("enum").valueStream().allMatch(JsonNode::isString);
            return strings ? List.of("string") : List.of();
        }
        return (type.isArray() ? type.valueStream() : Stream.of(type))
                .map(one -> one.asString(""))
                .filter(one -> !one.equals("null"))
                .toList();
    }

    /** Returns the names of the listed members of an object. */
    Set<String> members(String schema) {
        Set<String> members = new LinkedHashSet<>();
        parts(schema)
                .forEach(part -> document.at(part)
                        .path("properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .forEach(members::add));
        return members;
    }

    /** Returns the schema of the items of an array; null if there is none. */
    @Nullable
    String items(String schema) {
        return parts(schema).stream()
                .filter(part -> document.at(part).has("items"))
                .findFirst()
                .map(part -> part + "/items")
                .orElse(null);
    }

    /** Returns the schema of a listed member of an object; null if there is none. */
    @Nullable
    String property(@Nullable String schema, String name) {
        return (schema == null ? List.<String>of() : parts(schema))
                .stream()
                        .map(part -> OpenApiDocument.child(part + "/properties", name))
                        .filter(property -> !document.at(property).isMissingNode())
                        .findFirst()
                        .orElse(null);
    }

    /** Returns a schema and the schemas it is composed of. */
    private List<String> parts(String schema) {
        Set<String> parts = new LinkedHashSet<>();
        collect(schema, parts);
        return List.copyOf(parts);
    }

    private void collect(String schema, Set<String> parts) {
        String part = document.target(schema);
        if (parts.add(part)) {
            Stream.of("allOf", "anyOf", "oneOf")
                    .flatMap(keyword -> branches(part, keyword))
                    .forEach(branch -> collect(branch, parts));
        }
    }
}
