package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Changes references and named schemas. */
final class ReferenceOperators {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> COMPOSITIONS = List.of("allOf", "oneOf", "anyOf");

    private ReferenceOperators() {}

    /** Changes a reference to the next schema with another wire format. */
    static List<Change> refer(MutationPoint schema) {
        String reference = schema.string("$ref");
        ObjectNode whole = schema.slice().whole();
        JsonNode schemas = whole.path("components").path("schemas");
        if (!reference.startsWith(SCHEMAS)) {
            return List.of();
        }
        WireSemantics wire = new WireSemantics(whole);
        List<String> names = MutationPoint.names(schemas);
        int start = names.indexOf(JsonPointers.unescape(reference.substring(SCHEMAS.length())));
        JsonNode form = wire.form(schema.node());
        for (int i = 1; i < names.size(); i++) {
            String other = names.get((start + i) % names.size());
            if (!isSame(schema, form, wire.form(schemas.get(other))) && !isPartOf(schema, schemas.get(other), wire)) {
                return List.of(refer(schema, SCHEMAS + JsonPointers.escape(other)));
            }
        }
        return List.of();
    }

    /** Returns whether two schemas have the same wire format: as a part of an allOf beside what the whole requires. */
    private static boolean isSame(MutationPoint reference, JsonNode one, JsonNode other) {
        if (!reference.role().equals("allOf") || reference.parent() == null) {
            return one.equals(other);
        }
        Set<String> whole = WireSemantics.required(reference.parent().node());
        Set<String> some = WireSemantics.required(one);
        Set<String> others = WireSemantics.required(other);
        some.addAll(whole);
        others.addAll(whole);
        return one.equals(other)
                || some.equals(others) && WireSemantics.members(one).equals(WireSemantics.members(other));
    }

    /** Returns whether a schema would become a part of itself if it referred to another one. */
    private static boolean isPartOf(MutationPoint schema, JsonNode other, WireSemantics wire) {
        MutationPoint top = schema;
        while (top.parent() != null && COMPOSITIONS.contains(top.role())) {
            top = top.parent();
        }
        return isPartOf(wire.resolve(top.node()), wire.resolve(other), wire, 0);
    }

    private static boolean isPartOf(JsonNode whole, JsonNode part, WireSemantics wire, int depth) {
        return whole.equals(part)
                || depth < 20
                        && COMPOSITIONS.stream()
                                .flatMap(keyword -> JsonNodes.elements(part.path(keyword)).stream())
                                .anyMatch(inner -> isPartOf(whole, wire.resolve(inner), wire, depth + 1));
    }

    private static Change refer(MutationPoint schema, String reference) {
        Change change = schema.set("$ref", reference);
        return new Change(change.target(), change.description(), root -> {
            change.edit().accept(root);
            DocumentSlice.addReached(
                    root.at(schema.pointer().substring(1)), root, schema.slice().whole());
        });
    }

    /** Allows any items. */
    static List<Change> items(MutationPoint schema) {
        boolean some = schema.get("items").isObject() && !schema.semantics().isAny(schema.get("items"));
        return some
                        && !WireSemantics.isComposed(schema.node())
                        && WireSemantics.types(schema.node()).contains("array")
                ? List.of(schema.set("items", JsonNodes.object()))
                : List.of();
    }

    // -- named schemas -----------------------------------------------------------------------------------------------

    private static boolean isComponent(MutationPoint schema) {
        return schema.role().isEmpty();
    }

    private static ChangeTarget component(List<String> names) {
        return ChangeTarget.named("#/components/schemas", "", names);
    }

    /** Removes a named schema that has a class or references. */
    static List<Change> drop(MutationPoint schema) {
        boolean seen = SchemaVisibility.makesClass(schema)
                || !SchemaVisibility.referrers(schema).isEmpty();
        return isComponent(schema) && seen
                ? List.of(new Change(
                        component(List.of(schema.name())),
                        "removes " + schema.name(),
                        root -> ((ObjectNode) root.at("/components/schemas")).remove(schema.name())))
                : List.of();
    }

    /** Renames a named schema that has a class, with all references to it. */
    static List<Change> rename(MutationPoint schema) {
        if (!isComponent(schema) || !SchemaVisibility.makesClass(schema)) {
            return List.of();
        }
        String name = schema.name();
        String other = name + "Mutant";
        return List.of(new Change(component(List.of(name, other)), name + " becomes " + other, root -> {
            MutationPoint.rename((ObjectNode) root.at("/components/schemas"), name, other);
            List<JsonNode> references = root.findParents("$ref");
            for (JsonNode holder : references) {
                if (holder.get("$ref").asText().equals(schema.pointer())) {
                    ((ObjectNode) holder).put("$ref", SCHEMAS + JsonPointers.escape(other));
                }
            }
        }));
    }

    static List<Change> add(MutationPoint root) {
        ObjectNode schema = JsonNodes.type("object");
        schema.withObjectProperty("properties").set("mutant", JsonNodes.type("string"));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                component(List.of("MutantSchema")),
                "adds MutantSchema",
                tree -> tree.withObjectProperty("components")
                        .withObjectProperty("schemas")
                        .set("MutantSchema", schema)));
        return changes;
    }
}
