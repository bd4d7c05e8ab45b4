package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.Property;
import io.github.triggerapi.contract.code.DocumentChange.Changed;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of the schemas of bodies. */
final class SchemaChanges {

    private static final String OTHER = "notInTheDocument";

    private final DocumentElements elements;

    private SchemaChanges(DocumentElements elements) {
        this.elements = elements;
    }

    static List<DocumentChange> of(DocumentElements elements) {
        SchemaChanges changes = new SchemaChanges(elements);
        return List.of(
                new DocumentChange("rename property", changes::renameProperty),
                new DocumentChange("remove property", changes::removeProperty),
                new DocumentChange("change type", changes::changeType),
                new DocumentChange("change maximum", changes::changeMaximum),
                new DocumentChange("remove minimum", changes::removeMinimum),
                new DocumentChange("remove variant", changes::removeVariant),
                new DocumentChange("change variant", changes::changeVariant),
                new DocumentChange("make property optional", changes::makeOptional),
                new DocumentChange("make property required", changes::makeRequired),
                new DocumentChange("make property nullable", changes::makeNullable),
                new DocumentChange("add schema", changes::addSchema));
    }

    private Changed renameProperty() {
        Property one = elements.anywhere("a property that is optional", property -> !property.required());
        return new Changed(
                elements.changed(one.owner() + "/properties", node -> DocumentElements.rename(node, one.name(), OTHER)),
                List.of("#" + one.owner(), one.name()));
    }

    private Changed removeProperty() {
        Property one = elements.anywhere(
                "a property that is optional and has no type",
                property -> !property.required() && !property.schema().has("type"));
        return new Changed(
                elements.changed(one.owner() + "/properties", node -> node.remove(one.name())),
                List.of("#" + one.owner(), one.name()));
    }

    private Changed changeType() {
        Property one = elements.anywhere("a property that is any string", Property::isAnyString);
        return schema(one, "", node -> node.put("type", "integer"));
    }

    private Changed changeMaximum() {
        Property one = has("maximum");
        return schema(
                one, "/maximum", node -> node.put("maximum", node.get("maximum").asInt() + 1));
    }

    private Changed removeMinimum() {
        return schema(has("minimum"), "/minimum", node -> node.remove("minimum"));
    }

    private Changed removeVariant() {
        return schema(union(), "", node -> node.withArray("type").remove(1));
    }

    private Changed changeVariant() {
        return schema(union(), "", node -> node.withArray("type").set(1, "boolean"));
    }

    private Changed makeOptional() {
        Property one = elements.anywhere("a property that is required", Property::required);
        return new Changed(
                elements.changed(one.owner(), node -> node.set("required", without(node.get("required"), one.name()))),
                List.of("#" + one.owner(), "/" + one.name()));
    }

    private Changed makeRequired() {
        Property one = elements.anywhere("a property that is optional", property -> !property.required());
        return new Changed(
                elements.changed(one.owner(), node -> node.withArray("required").add(one.name())),
                List.of("#" + one.owner(), "/" + one.name()));
    }

    private Changed makeNullable() {
        Property one = elements.anywhere("a property that is any string", Property::isAnyString);
        return schema(one, "", node -> node.putArray("type").add("string").add("null"));
    }

    private Changed addSchema() {
        String document = elements.changed(
                "",
                root -> root.withObject("/components/schemas/" + OTHER)
                        .put("type", "object")
                        .withObject("properties")
                        .withObject("a")
                        .put("type", "string"));
        return new Changed(document, List.of("#/components/schemas/" + OTHER));
    }

    private Property has(String keyword) {
        return elements.anywhere(
                "a property with a " + keyword, property -> property.schema().has(keyword));
    }

    /** Returns a property with two types other than null. */
    private Property union() {
        return elements.anywhere("a property of two types", property -> {
            JsonNode types = property.schema().path("type");
            return types.size() == 2
                    && types.valueStream().noneMatch(type -> type.asString().equals("null"));
        });
    }

    private Changed schema(Property property, String keyword, Consumer<ObjectNode> change) {
        return new Changed(elements.changed(property.pointer(), change), List.of("#" + property.pointer() + keyword));
    }

    private static ArrayNode without(JsonNode names, String name) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        names.valueStream().filter(other -> !other.asString().equals(name)).forEach(rest::add);
        return rest;
    }
}
