package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Changes of what objects have in them. */
final class ObjectOperators {

    private static final String NEW = "mutant";

    private ObjectOperators() {}

    private static boolean isObject(Site schema) {
        return !Wire.isComposed(schema.node())
                && (schema.isPart() || Wire.types(schema.node()).contains("object"));
    }

    private static Target property(Site schema, List<String> names) {
        return Target.named(schema.pointer(), "properties", names);
    }

    static List<Change> renameProperty(Site schema) {
        return schema.names("properties").stream()
                .map(name -> schema.change(
                        property(schema, List.of(name, name + NEW)), name + " becomes " + name + NEW, node -> {
                            Site.rename((ObjectNode) node.get("properties"), name, name + NEW);
                            if (schema.texts("required").contains(name)) {
                                setRequired(node, name, false);
                                setRequired(node, name + NEW, true);
                            }
                        }))
                .toList();
    }

    static List<Change> removeProperty(Site schema) {
        return schema.names("properties").stream()
                .map(name -> schema.change(property(schema, List.of(name)), "no " + name, node -> {
                    ((ObjectNode) node.get("properties")).remove(name);
                    setRequired(node, name, false);
                }))
                .toList();
    }

    static List<Change> addProperty(Site schema) {
        return isObject(schema)
                ? List.of(schema.change(
                        property(schema, List.of(NEW)),
                        "one more: " + NEW,
                        node -> node.withObjectProperty("properties").set(NEW, Json.type("string"))))
                : List.of();
    }

    /** What is required becomes optional, and the other way round; for each member that the schema lists. */
    static List<Change> required(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String name : schema.names("properties")) {
            boolean required = schema.texts("required").contains(name);
            if (!isRequiredBeside(schema, name)) {
                changes.add(schema.change(
                        Target.listed(schema.pointer(), "required", List.of(name)),
                        name + (required ? " is optional" : " is required"),
                        node -> setRequired(node, name, !required)));
            }
        }
        return changes;
    }

    /** What another part of an allOf requires is required whatever this one says. */
    private static boolean isRequiredBeside(Site schema, String name) {
        if (schema.parent() == null || !schema.isPart()) {
            return false;
        }
        for (JsonNode part : schema.parent().get("allOf")) {
            for (JsonNode required : part.path("required")) {
                if (part != schema.node() && required.asText().equals(name)) {
                    return true;
                }
            }
        }
        return false;
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
            node.set("required", Json.texts(names));
        }
    }

    /** Other members than those listed: any, none, or such as a schema allows. True says the same as nothing. */
    static List<Change> additional(Site schema) {
        if (!isObject(schema)) {
            return List.of();
        }
        JsonNode now = schema.get("additionalProperties");
        boolean any = now.isMissingNode()
                || now.isBoolean() && now.asBoolean()
                || now.isObject() && schema.wire().isAny(now);
        boolean none = now.isBoolean() && !now.asBoolean();
        List<Change> changes = new ArrayList<>();
        if (!none) {
            changes.add(schema.set("additionalProperties", Json.bool(false)));
        }
        if (!any) {
            changes.add(schema.remove("additionalProperties"));
            changes.add(schema.set("additionalProperties", Json.bool(true)));
        }
        if (any || none) {
            changes.add(schema.set("additionalProperties", Json.type("string")));
        }
        return changes;
    }
}
