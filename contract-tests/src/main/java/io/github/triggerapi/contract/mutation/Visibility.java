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
        long alternatives = Json.elements(node.path("oneOf")).stream()
                        .filter(v -> !isNull(v))
                        .count()
                + Json.elements(node.path("anyOf")).stream()
                        .filter(v -> !isNull(v))
                        .count();
        if (Wire.isComposed(node)) {
            return alternatives > 1 || node.path("allOf").size() > 1 || node.has("allOf") && node.has("properties");
        }
        List<String> types = Wire.types(node);
        return types.size() > 1
                || types.contains("object") && !node.path("properties").isEmpty()
                || types.contains("string") && (node.has("enum") || node.has("const"));
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
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
