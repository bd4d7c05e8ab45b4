package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayList;
import java.util.List;

/** Changes of what refers to what, and of the named schemas themselves. */
final class ReferenceOperators {

    private static final String SCHEMAS = "#/components/schemas/";

    private ReferenceOperators() {}

    /** A reference to the next schema that is another one on the wire. */
    static List<Change> refer(Site schema) {
        String reference = schema.text("$ref");
        ObjectNode whole = schema.slice().whole();
        JsonNode schemas = whole.path("components").path("schemas");
        if (!reference.startsWith(SCHEMAS)) {
            return List.of();
        }
        Wire wire = new Wire(whole);
        List<String> names = Site.names(schemas);
        int start = names.indexOf(JsonPointers.unescape(reference.substring(SCHEMAS.length())));
        JsonNode form = wire.form(schema.node());
        for (int i = 1; i < names.size(); i++) {
            String other = names.get((start + i) % names.size());
            if (!wire.form(schemas.get(other)).equals(form)) {
                return List.of(refer(schema, SCHEMAS + JsonPointers.escape(other)));
            }
        }
        return List.of();
    }

    private static Change refer(Site schema, String reference) {
        Change change = schema.set("$ref", Json.text(reference));
        return new Change(change.target(), change.text(), root -> {
            change.edit().accept(root);
            Slice.addReached(
                    root.at(schema.pointer().substring(1)), root, schema.slice().whole());
        });
    }

    /** Items of any kind instead of those of one. */
    static List<Change> items(Site schema) {
        boolean some = schema.get("items").isObject() && !schema.wire().isAny(schema.get("items"));
        return some
                        && !Wire.isComposed(schema.node())
                        && Wire.types(schema.node()).contains("array")
                ? List.of(schema.set("items", Json.object()))
                : List.of();
    }

    // -- named schemas -----------------------------------------------------------------------------------------------

    private static boolean isComponent(Site schema) {
        return schema.role().isEmpty();
    }

    private static Target component(List<String> names) {
        return Target.named("#/components/schemas", "", names);
    }

    /** A named schema goes. One that nothing refers to and that is no class leaves no trace. */
    static List<Change> drop(Site schema) {
        boolean seen =
                Visibility.makesClass(schema) || !Visibility.referrers(schema).isEmpty();
        return isComponent(schema) && seen
                ? List.of(new Change(
                        component(List.of(schema.name())),
                        "no " + schema.name(),
                        root -> ((ObjectNode) root.at("/components/schemas")).remove(schema.name())))
                : List.of();
    }

    /** A named schema, and all that refers to it, gets another name. That of one that is no class is seen nowhere. */
    static List<Change> rename(Site schema) {
        if (!isComponent(schema) || !Visibility.makesClass(schema)) {
            return List.of();
        }
        String name = schema.name();
        String other = name + "Mutant";
        return List.of(new Change(component(List.of(name, other)), name + " becomes " + other, root -> {
            Site.rename((ObjectNode) root.at("/components/schemas"), name, other);
            List<JsonNode> references = root.findParents("$ref");
            for (JsonNode holder : references) {
                if (holder.get("$ref").asText().equals(schema.pointer())) {
                    ((ObjectNode) holder).put("$ref", SCHEMAS + JsonPointers.escape(other));
                }
            }
        }));
    }

    static List<Change> add(Site root) {
        ObjectNode schema = Json.type("object");
        schema.withObjectProperty("properties").set("mutant", Json.type("string"));
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(
                component(List.of("MutantSchema")),
                "one more: MutantSchema",
                tree -> tree.withObjectProperty("components")
                        .withObjectProperty("schemas")
                        .set("MutantSchema", schema)));
        return changes;
    }
}
