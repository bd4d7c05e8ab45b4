package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.mutation.Site.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where a schema is seen: what is seen nowhere may change, and nothing on the wire does. */
final class Visibility {

    private Visibility() {}

    /** The references to a named schema. */
    static List<Site> referrers(Site component) {
        return component.all().stream()
                .filter(site -> site.kind() == Kind.SCHEMA && site.text("$ref").equals(component.pointer()))
                .toList();
    }

    /** Whether a named schema gets a class of its own, used or not. */
    static boolean makesClass(Site schema) {
        JsonNode node = schema.node();
        if (Wire.isComposed(node)) {
            return alternatives(node) > 1
                    || node.path("allOf").size() > 1
                    || node.has("allOf") && node.has("properties");
        }
        List<String> types = Wire.types(node);
        return types.size() > 1
                || types.contains("object") && !node.path("properties").isEmpty()
                || types.contains("string") && (node.has("enum") || node.has("const"));
    }

    /** How many schemas a value of a union may fit, that of null left out. */
    private static long alternatives(JsonNode schema) {
        return Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> Json.elements(schema.path(keyword)).stream())
                .filter(alternative -> !alternative.path("type").asText().equals("null"))
                .count();
    }

    /** Whether an operation or a class shows a schema. */
    static boolean isSeen(Site schema) {
        return isSeen(schema, new HashSet<>());
    }

    private static boolean isSeen(Site schema, Set<String> asked) {
        Site top = schema;
        while (top.parent() != null && top.parent().kind() == Kind.SCHEMA) {
            top = top.parent();
        }
        boolean component = top.role().isEmpty();
        return !component
                || makesClass(top)
                || asked.add(top.pointer()) && referrers(top).stream().anyMatch(site -> isSeen(site, asked));
    }

    /**
     * What contains the place of a change, as far as Java has no nearer place: a finding there counts for the change.
     *
     * @param after the slice with the change in it
     */
    static Set<String> containers(Site site, Target target, JsonNode after) {
        Set<String> containers = new HashSet<>();
        if (site.kind() != Kind.SCHEMA || !target.enclosing().equals(site.pointer())) {
            return containers;
        }
        JsonNode changed = after.at(site.pointer().substring(1));
        if (Wire.withoutNull(site.node()).equals(Wire.withoutNull(changed))) {
            collect(site, new LinkedHashMap<>(), containers);
        } else {
            addContainers(site, containers);
        }
        return containers;
    }

    private static void addContainers(Site schema, Set<String> containers) {
        for (Site container : hasPlace(schema) ? List.<Site>of() : around(schema)) {
            if (containers.add(container.pointer())) {
                addContainers(container, containers);
            }
        }
    }

    /** What a schema is a part or a variant of, or what refers to it by its name. */
    private static List<Site> around(Site schema) {
        Site parent = schema.parent();
        return schema.role().isEmpty() || parent == null ? referrers(schema) : List.of(parent);
    }

    /**
     * Whether Java has a place for a schema: a class, or a type that something has. Parts of an allOf are one class, and
     * a union of one is that one.
     */
    private static boolean hasPlace(Site schema) {
        Site parent = schema.parent();
        return switch (schema.role()) {
            case "" -> makesClass(schema);
            case "allOf" -> false;
            case "oneOf", "anyOf" -> parent != null && alternatives(parent.node()) > 1;
            default -> true;
        };
    }

    /** The places at which it can be told whether null fits a schema: not in a URL, and not in a part of an allOf. */
    static Collection<Site> placesOfNull(Site schema) {
        Map<String, Site> places = new LinkedHashMap<>();
        collect(schema, places, new HashSet<>());
        return places.values();
    }

    private static void collect(Site schema, Map<String, Site> places, Set<String> asked) {
        Site parent = schema.parent();
        if (parent == null || !asked.add(schema.pointer())) {
            return;
        }
        switch (schema.role()) {
            case "properties", "items", "additionalProperties" -> {
                if (!isInParameter(schema)) {
                    places.put(schema.pointer(), schema);
                }
            }
            case "schema" -> {
                if (parent.kind() == Kind.MEDIA) {
                    places.put(schema.pointer(), schema);
                }
            }
            case "allOf" -> {
                if (!schema.isPart()) {
                    collect(parent, places, asked);
                }
            }
            case "oneOf", "anyOf" -> collect(parent, places, asked);
            default -> referrers(schema).forEach(site -> collect(site, places, asked));
        }
    }

    private static boolean isInParameter(Site schema) {
        Site site = schema;
        while (site.kind() == Kind.SCHEMA && site.parent() != null) {
            site = site.parent();
        }
        return site.kind() == Kind.PARAMETER;
    }

    /** Whether a change lets null fit somewhere where it did not, or the other way round. */
    static boolean changesNull(Site schema, Change change) {
        Collection<Site> places = placesOfNull(schema);
        if (places.isEmpty()) {
            return false;
        }
        ObjectNode after = schema.slice().tree().deepCopy();
        change.edit().accept(after);
        return places.stream()
                .anyMatch(place -> !place.wire().isAny(place.node())
                        && place.wire().isNullable(place.node())
                                != new Wire(after)
                                        .isNullable(after.at(place.pointer().substring(1))));
    }
}
