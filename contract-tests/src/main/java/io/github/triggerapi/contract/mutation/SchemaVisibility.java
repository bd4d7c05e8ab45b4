package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Determines where a schema affects the wire format or the generated code. A schema without effect may change undetected. */
final class SchemaVisibility {

    private static final Set<Kind> UNUSED = Set.of(Kind.PARAMETER, Kind.BODY, Kind.RESPONSE);

    private SchemaVisibility() {}

    /** Returns the references to a named schema. */
    static List<MutationPoint> referrers(MutationPoint component) {
        return component.all().stream()
                .filter(point ->
                        point.kind() == Kind.SCHEMA && point.string("$ref").equals(component.pointer()))
                .toList();
    }

    /** Returns whether a named schema has a class. */
    static boolean makesClass(MutationPoint schema) {
        JsonNode node = schema.node();
        if (WireSemantics.isComposed(node)) {
            return alternatives(node) > 1
                    || node.path("allOf").size() > 1
                    || node.has("allOf") && (node.has("properties") || node.has("required"));
        }
        List<String> types = WireSemantics.types(node);
        return types.size() > 1
                || types.contains("object") && !node.path("properties").isEmpty()
                || types.contains("string") && (node.has("enum") || node.has("const"));
    }

    /** Returns the number of alternatives of a union, without null. */
    private static long alternatives(JsonNode schema) {
        return Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> JsonNodes.elements(schema.path(keyword)).stream())
                .filter(alternative -> !alternative.path("type").asText().equals("null"))
                .count();
    }

    /** Returns whether an operation or a class uses a schema. */
    static boolean isSeen(MutationPoint schema) {
        return isSeen(schema, new HashSet<>());
    }

    /** Returns whether an element is in a parameter, body or response that no operation uses: it has no code. */
    static boolean isUnused(MutationPoint point) {
        MutationPoint top = point;
        while (top.parent() != null && top.parent().kind() != Kind.ROOT) {
            top = top.parent();
        }
        return point.slice().operation().isEmpty() && UNUSED.contains(top.kind());
    }

    private static boolean isSeen(MutationPoint schema, Set<String> asked) {
        MutationPoint top = schema;
        while (top.parent() != null && top.parent().kind() == Kind.SCHEMA) {
            top = top.parent();
        }
        if (isUnused(top)) {
            return false;
        }
        boolean component = top.role().isEmpty();
        return !component
                || makesClass(top)
                || asked.add(top.pointer()) && referrers(top).stream().anyMatch(point -> isSeen(point, asked));
    }

    /**
     * Returns the containers of a change that has no location of its own in Java: a finding there names the change.
     *
     * @param after the changed slice
     */
    static Set<String> containers(MutationPoint point, ChangeTarget target, JsonNode after) {
        Set<String> containers = new HashSet<>();
        if (point.kind() != Kind.SCHEMA || !target.enclosing().equals(point.pointer())) {
            return containers;
        }
        JsonNode changed = after.at(point.pointer().substring(1));
        if (WireSemantics.withoutNull(point.node()).equals(WireSemantics.withoutNull(changed))) {
            collect(point, new LinkedHashMap<>(), containers);
        } else {
            addContainers(point, containers);
        }
        return containers;
    }

    private static void addContainers(MutationPoint schema, Set<String> containers) {
        for (MutationPoint container : hasLocation(schema) ? List.<MutationPoint>of() : parents(schema)) {
            if (containers.add(container.pointer())) {
                addContainers(container, containers);
            }
        }
    }

    /** Returns the composed schema that contains a schema, or the references to it. */
    private static List<MutationPoint> parents(MutationPoint schema) {
        MutationPoint parent = schema.parent();
        return schema.role().isEmpty() || parent == null ? referrers(schema) : List.of(parent);
    }

    /**
     * Returns whether a schema has a location in Java: a class, or the type of a member. Parts of an allOf share a class, and a
     * union with one alternative is equivalent to it.
     */
    private static boolean hasLocation(MutationPoint schema) {
        MutationPoint parent = schema.parent();
        return switch (schema.role()) {
            case "" -> makesClass(schema);
            case "allOf" -> false;
            case "oneOf", "anyOf" -> parent != null && alternatives(parent.node()) > 1;
            default -> true;
        };
    }

    /** Returns the elements for which the nullability of a schema is relevant: not in URLs, nor in parts of an allOf. */
    static Collection<MutationPoint> nullableElements(MutationPoint schema) {
        Map<String, MutationPoint> places = new LinkedHashMap<>();
        collect(schema, places, new HashSet<>());
        return places.values();
    }

    private static void collect(MutationPoint schema, Map<String, MutationPoint> places, Set<String> asked) {
        MutationPoint parent = schema.parent();
        if (parent == null || !asked.add(schema.pointer())) {
            return;
        }
        switch (schema.role()) {
            case "properties", "items", "additionalProperties" -> {
                if (!isInParameterOrForm(schema)) {
                    places.put(schema.pointer(), schema);
                }
            }
            case "schema" -> {
                if (parent.kind() == Kind.MEDIA && !parent.name().equals(Judge.FORM)) {
                    places.put(schema.pointer(), schema);
                }
            }
            case "allOf" -> {
                if (!schema.isPart()) {
                    collect(parent, places, asked);
                }
            }
            case "oneOf", "anyOf" -> collect(parent, places, asked);
            default -> referrers(schema).forEach(point -> collect(point, places, asked));
        }
    }

    private static boolean isInParameterOrForm(MutationPoint schema) {
        MutationPoint point = schema;
        while (point.kind() == Kind.SCHEMA && point.parent() != null) {
            point = point.parent();
        }
        return point.kind() == Kind.PARAMETER
                || point.kind() == Kind.MEDIA && point.name().equals(Judge.FORM);
    }

    /** Returns whether a change affects the nullability of an element. */
    static boolean changesNullability(MutationPoint schema, Change change) {
        Collection<MutationPoint> places = nullableElements(schema);
        if (places.isEmpty()) {
            return false;
        }
        ObjectNode after = schema.slice().tree().deepCopy();
        change.edit().accept(after);
        return places.stream()
                .anyMatch(place -> !place.semantics().isAny(place.node())
                        && place.semantics().isNullable(place.node())
                                != new WireSemantics(after)
                                        .isNullable(after.at(place.pointer().substring(1))));
    }
}
