package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes the members of objects. */
final class ObjectOperators {

    private static final String NEW = "mutant";

    private ObjectOperators() {}

    private static boolean isObject(MutationPoint schema) {
        return !WireSemantics.isComposed(schema.node())
                && (schema.isPart() || WireSemantics.types(schema.node()).contains("object"));
    }

    private static ChangeTarget property(MutationPoint schema, List<String> names) {
        return ChangeTarget.named(schema.pointer(), "properties", names);
    }

    static List<Change> renameProperty(MutationPoint schema) {
        return schema.names("properties").stream()
                .map(name -> schema.change(
                        property(schema, List.of(name, name + NEW)), name + " becomes " + name + NEW, node -> {
                            MutationPoint.rename((ObjectNode) node.get("properties"), name, name + NEW);
                            if (schema.strings("required").contains(name)) {
                                setRequired(node, name, false);
                                setRequired(node, name + NEW, true);
                            }
                        }))
                .toList();
    }

    static List<Change> removeProperty(MutationPoint schema) {
        return schema.names("properties").stream()
                .map(name -> schema.change(property(schema, List.of(name)), "removes " + name, node -> {
                    ((ObjectNode) node.get("properties")).remove(name);
                    setRequired(node, name, false);
                }))
                .toList();
    }

    static List<Change> addProperty(MutationPoint schema) {
        return isObject(schema)
                ? List.of(schema.change(
                        property(schema, List.of(NEW)),
                        "adds " + NEW,
                        node -> node.withObjectProperty("properties").set(NEW, JsonNodes.type("string"))))
                : List.of();
    }

    /** Makes each required member optional, and each optional member required. */
    static List<Change> required(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String name : schema.names("properties")) {
            boolean required = schema.strings("required").contains(name);
            if (!isRequiredBeside(schema, name)) {
                changes.add(schema.change(
                        ChangeTarget.listed(schema.pointer(), "required", List.of(name)),
                        name + (required ? " is optional" : " is required"),
                        node -> setRequired(node, name, !required)));
            }
        }
        return changes;
    }

    /** Returns whether another part of an allOf requires the member. */
    private static boolean isRequiredBeside(MutationPoint schema, String name) {
        return schema.parent() != null
                && schema.isPart()
                && requires(schema.parent().node(), schema.node(), name, schema.semantics(), new HashSet<>());
    }

    private static boolean requires(
            JsonNode whole, JsonNode except, String name, WireSemantics semantics, Set<JsonNode> asked) {
        JsonNode schema = semantics.resolve(whole);
        if (schema == except || !asked.add(schema)) {
            return false;
        }
        return JsonNodes.elements(schema.path("required")).stream()
                        .anyMatch(required -> required.asText().equals(name))
                || JsonNodes.elements(schema.path("allOf")).stream()
                        .anyMatch(part -> requires(part, except, name, semantics, asked));
    }

    private static void setRequired(ObjectNode node, String name, boolean required) {
        List<String> names = new ArrayList<>();
        node.path("required").forEach(one -> names.add(one.asText()));
        names.remove(name);
        if (required) {
            names.add(name);
        }
        node.remove("required");
        if (!names.isEmpty()) {
            node.set("required", JsonNodes.strings(names));
        }
    }

    /** Changes the schema of additional members. True is equivalent to absence. */
    static List<Change> additional(MutationPoint schema) {
        if (!isObject(schema)) {
            return List.of();
        }
        JsonNode now = schema.get("additionalProperties");
        boolean any = now.isMissingNode()
                || now.isBoolean() && now.asBoolean()
                || now.isObject() && schema.semantics().isAny(now);
        boolean none = now.isBoolean() && !now.asBoolean();
        List<Change> changes = new ArrayList<>();
        if (!none) {
            changes.add(schema.set("additionalProperties", false));
        }
        if (!any) {
            changes.add(schema.remove("additionalProperties"));
            changes.add(schema.set("additionalProperties", true));
        }
        if (any || none) {
            changes.add(schema.set("additionalProperties", JsonNodes.type("string")));
        }
        return changes;
    }
}
