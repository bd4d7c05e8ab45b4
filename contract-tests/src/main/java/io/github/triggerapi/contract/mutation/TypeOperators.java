package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.WireSemantics.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Changes types, formats and variants of unions. */
final class TypeOperators {

    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "array", "object");
    private static final Map<String, String> FORMATS = Map.of("string", "uuid", "integer", "int32", "number", "float");

    private TypeOperators() {}

    /** Changes each type to each other one. */
    static List<Change> change(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        List<String> types = types(schema.node());
        if (schema.has("type") && types.size() == 1) {
            for (String other : TYPES) {
                if (!types.contains(other) && !(isUnsigned(schema) && other.equals("number"))) {
                    changes.add(set(schema, replaced(schema.get("type"), types.get(0), other), other));
                }
            }
        }
        return changes;
    }

    /** Returns whether integers of a schema have the Java type of numbers, as they do not fit in a long. */
    private static boolean isUnsigned(MutationPoint schema) {
        return schema.string("format").equals("uint64");
    }

    private static Change set(MutationPoint schema, JsonNode type, String added) {
        Change change = schema.set("type", type);
        return !added.equals("array") || schema.has("items")
                ? change
                : schema.change(change.target(), change.description(), node -> {
                    node.set("type", type);
                    node.set("items", JsonNodes.object());
                });
    }

    private static JsonNode replaced(JsonNode type, String from, String to) {
        return type.isTextual()
                ? JsonNodes.string(to)
                : JsonNodes.array(JsonNodes.elements(type).stream()
                        .map(one -> one.asText().equals(from) ? JsonNodes.string(to) : one)
                        .toList());
    }

    /** Adds a type to schemas without one, unless other keywords imply it. */
    static List<Change> add(MutationPoint schema) {
        boolean open = !schema.has("type") && !WireSemantics.isComposed(schema.node());
        return open && !types(schema.node()).contains("string") ? List.of(schema.set("type", "string")) : List.of();
    }

    /**
     * Removes the type, unless other keywords imply it, values are listed, or another part of an allOf has it.
     */
    static List<Change> remove(MutationPoint schema) {
        JsonNode rest = schema.node().deepCopy().without("type");
        boolean implied = !types(rest).isEmpty() || rest.has("enum") || rest.has("const");
        return schema.has("type") && !implied && !WireSemantics.isComposed(schema.node()) && !schema.isPart()
                ? List.of(schema.remove("type"))
                : List.of();
    }

    static List<Change> format(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String type : WireSemantics.isComposed(schema.node()) ? List.<String>of() : types(schema.node())) {
            String format = FORMATS.get(type);
            if (format == null) {
                continue;
            }
            changes.add(schema.set("format", schema.string("format").equals(format) ? "other" : format));
            if (type.equals("string") && !schema.string("format").equals("date-time")) {
                changes.add(schema.set("format", "date-time"));
            }
            if (schema.has("format")) {
                changes.add(schema.remove("format"));
            }
        }
        return changes;
    }

    // -- unions ------------------------------------------------------------------------------------------------------

    /** Removes one of several types, except for integer next to number. */
    static List<Change> dropType(MutationPoint schema) {
        List<String> types = schema.get("type").isArray() ? types(schema.node()) : List.of();
        return (types.size() > 1 ? types : List.<String>of())
                .stream()
                        .filter(type -> !(type.equals("integer") && types.contains("number")))
                        .map(type -> schema.set(
                                "type",
                                JsonNodes.array(JsonNodes.elements(schema.get("type")).stream()
                                        .filter(one -> !one.asText().equals(type))
                                        .toList())))
                        .toList();
    }

    static List<Change> addType(MutationPoint schema) {
        List<String> types = types(schema.node());
        // OpenAPI 3.0 has no lists of types.
        boolean lists = !schema.semantics().isOpenApi30();
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
        return type.isTextual()
                ? JsonNodes.strings(List.of(type.asText(), more))
                : JsonNodes.with(type, JsonNodes.string(more));
    }

    /** Removes each alternative that has no duplicate. */
    static List<Change> dropAlternative(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
            if (WireSemantics.isChoice(schema.node(), keyword)) {
                continue;
            }
            List<JsonNode> forms = JsonNodes.elements(schema.get(keyword)).stream()
                    .map(schema.semantics()::form)
                    .toList();
            for (int i = 0; i < forms.size(); i++) {
                JsonNode form = forms.get(i);
                // Java has the same type for null alone as for any JSON.
                boolean onlyNull = schema.semantics().isAny(form)
                        && forms.stream().allMatch(other -> other == form || isNull(other));
                if (!isNull(form)
                        && !onlyNull
                        && !(keyword.equals("allOf") && isRepeated(form, forms))
                        && forms.size() > 1
                        && forms.stream().filter(form::equals).count() == 1) {
                    changes.add(schema.removeAt(keyword, i));
                }
            }
        }
        return changes;
    }

    /**
     * Returns whether other parts of an allOf list all members of a part, so that the code does not depend on it: later ones
     * narrow them, earlier ones have the same schemas.
     */
    private static boolean isRepeated(JsonNode part, List<JsonNode> parts) {
        ObjectNode earlier = JsonNodes.object();
        ObjectNode later = JsonNodes.object();
        parts.subList(0, parts.indexOf(part)).forEach(other -> earlier.setAll(WireSemantics.members(other)));
        parts.subList(parts.indexOf(part) + 1, parts.size())
                .forEach(other -> later.setAll(WireSemantics.members(other)));
        Set<String> required = new HashSet<>();
        parts.stream().filter(other -> other != part).forEach(other -> required.addAll(WireSemantics.required(other)));
        JsonNode own = part.path("properties");
        return MutationPoint.names(part).stream()
                        .allMatch(keyword ->
                                Set.of("type", "properties", "required").contains(keyword))
                && MutationPoint.names(own).stream()
                        .allMatch(name -> later.has(name) || own.get(name).equals(earlier.get(name)))
                && required.containsAll(WireSemantics.required(part));
    }

    private static boolean isNull(JsonNode form) {
        return form.path("type").asText().equals("null");
    }

    static List<Change> addAlternative(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (WireSemantics.isChoice(schema.node(), keyword)) {
                continue;
            }
            List<String> taken = new ArrayList<>();
            schema.get(keyword).forEach(branch -> taken.addAll(allTypes(schema.semantics(), branch)));
            if (schema.has(keyword) && !taken.contains("any")) {
                free(type -> !taken.contains(type) && !(type.equals("integer") && taken.contains("number")))
                        .ifPresent(type -> changes.add(schema.append(keyword, JsonNodes.type(type))));
            }
        }
        return changes;
    }

    private static List<String> allTypes(WireSemantics wire, JsonNode schema) {
        JsonNode resolved = wire.resolve(schema);
        List<String> all = new ArrayList<>(types(resolved));
        resolved.path("oneOf").forEach(branch -> all.addAll(allTypes(wire, branch)));
        resolved.path("anyOf").forEach(branch -> all.addAll(allTypes(wire, branch)));
        return all.isEmpty() && !resolved.has("allOf") ? List.of("any") : all;
    }
}
