package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.Wire.types;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes of types and formats, and of the variants of unions. */
final class TypeOperators {

    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "array", "object");
    private static final Map<String, String> FORMATS = Map.of("string", "uuid", "integer", "int32", "number", "float");

    private TypeOperators() {}

    /** Each type becomes each other one. */
    static List<Change> change(Site schema) {
        List<Change> changes = new ArrayList<>();
        List<String> types = types(schema.node());
        if (schema.has("type") && types.size() == 1) {
            for (String other : TYPES) {
                if (!types.contains(other)) {
                    changes.add(set(schema, replaced(schema.get("type"), types.get(0), other), other));
                }
            }
        }
        return changes;
    }

    private static Change set(Site schema, JsonNode type, String added) {
        Change change = schema.set("type", type);
        return !added.equals("array") || schema.has("items")
                ? change
                : schema.change(change.target(), change.text(), node -> {
                    node.set("type", type);
                    node.set("items", Json.object());
                });
    }

    private static JsonNode replaced(JsonNode type, String from, String to) {
        return type.isTextual()
                ? Json.text(to)
                : Json.array(Json.elements(type).stream()
                        .map(one -> one.asText().equals(from) ? Json.text(to) : one)
                        .toList());
    }

    /** A schema that says no type gets one. Where its other keywords imply that type nothing would change. */
    static List<Change> add(Site schema) {
        boolean open = !schema.has("type") && !Wire.isComposed(schema.node());
        return open && !types(schema.node()).contains("string")
                ? List.of(schema.set("type", Json.text("string")))
                : List.of();
    }

    /**
     * Any type will do. Nothing changes where other keywords imply the type, where the values are listed, or where
     * another part of an allOf has the type.
     */
    static List<Change> remove(Site schema) {
        JsonNode rest = schema.node().deepCopy().without("type");
        boolean implied = !types(rest).isEmpty() || rest.has("enum") || rest.has("const");
        return schema.has("type") && !implied && !Wire.isComposed(schema.node()) && !schema.isPart()
                ? List.of(schema.remove("type"))
                : List.of();
    }

    static List<Change> format(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String type : Wire.isComposed(schema.node()) ? List.<String>of() : types(schema.node())) {
            String format = FORMATS.get(type);
            if (format == null) {
                continue;
            }
            changes.add(schema.set("format", Json.text(schema.text("format").equals(format) ? "other" : format)));
            if (type.equals("string") && !schema.text("format").equals("date-time")) {
                changes.add(schema.set("format", Json.text("date-time")));
            }
            if (schema.has("format")) {
                changes.add(schema.remove("format"));
            }
        }
        return changes;
    }

    // -- unions ------------------------------------------------------------------------------------------------------

    /** A type of several goes. Each integer is a number, so beside that it says nothing. */
    static List<Change> dropType(Site schema) {
        List<String> types = schema.get("type").isArray() ? types(schema.node()) : List.of();
        return (types.size() > 1 ? types : List.<String>of())
                .stream()
                        .filter(type -> !(type.equals("integer") && types.contains("number")))
                        .map(type -> schema.set(
                                "type",
                                Json.array(Json.elements(schema.get("type")).stream()
                                        .filter(one -> !one.asText().equals(type))
                                        .toList())))
                        .toList();
    }

    static List<Change> addType(Site schema) {
        List<String> types = types(schema.node());
        // OpenAPI 3.0 has no lists of types.
        boolean lists = !schema.wire().isOpenApi30();
        return lists && schema.has("type") && !types.isEmpty()
                ? free(type -> !types.contains(type) && !(type.equals("integer") && types.contains("number")))
                        .map(type -> set(schema, added(schema.get("type"), type), type))
                        .stream()
                        .toList()
                : List.of();
    }

    private static Optional<String> free(Predicate<String> isFree) {
        return List.of("boolean", "integer", "string", "number").stream()
                .filter(isFree)
                .findFirst();
    }

    private static JsonNode added(JsonNode type, String more) {
        return type.isTextual() ? Json.texts(List.of(type.asText(), more)) : Json.with(type, Json.text(more));
    }

    /** An alternative goes. One that is there twice does not count. */
    static List<Change> dropAlternative(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
            if (Wire.isChoice(schema.node(), keyword)) {
                continue;
            }
            List<JsonNode> forms = Json.elements(schema.get(keyword)).stream()
                    .map(schema.wire()::form)
                    .toList();
            for (int i = 0; i < forms.size(); i++) {
                JsonNode form = forms.get(i);
                boolean isNull = form.path("type").asText().equals("null");
                if (!isNull
                        && forms.size() > 1
                        && forms.stream().filter(form::equals).count() == 1) {
                    changes.add(schema.set(keyword, Json.without(schema.get(keyword), i)));
                }
            }
        }
        return changes;
    }

    static List<Change> addAlternative(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (Wire.isChoice(schema.node(), keyword)) {
                continue;
            }
            List<String> taken = new ArrayList<>();
            schema.get(keyword).forEach(branch -> taken.addAll(allTypes(schema.wire(), branch)));
            if (schema.has(keyword) && !taken.contains("any")) {
                free(type -> !taken.contains(type) && !(type.equals("integer") && taken.contains("number")))
                        .ifPresent(type ->
                                changes.add(schema.set(keyword, Json.with(schema.get(keyword), Json.type(type)))));
            }
        }
        return changes;
    }

    private static List<String> allTypes(Wire wire, JsonNode schema) {
        JsonNode resolved = wire.resolve(schema);
        List<String> all = new ArrayList<>(types(resolved));
        resolved.path("oneOf").forEach(branch -> all.addAll(allTypes(wire, branch)));
        resolved.path("anyOf").forEach(branch -> all.addAll(allTypes(wire, branch)));
        return all.isEmpty() && !resolved.has("allOf") ? List.of("any") : all;
    }
}
