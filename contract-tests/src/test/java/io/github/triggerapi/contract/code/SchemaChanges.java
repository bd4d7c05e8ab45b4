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

/** Changes of what is in the bodies of the document. */
final class SchemaChanges {

    private static final String OTHER = "notInTheDocument";

    private final DocumentElements places;

    private SchemaChanges(DocumentElements places) {
        this.places = places;
    }

    static List<DocumentChange> of(DocumentElements places) {
        SchemaChanges changes = new SchemaChanges(places);
        return List.of(
                new DocumentChange("a renamed property", changes::renamed),
                new DocumentChange("a removed property", changes::removed),
                new DocumentChange("another type", changes::anotherType),
                new DocumentChange("another upper bound", changes::anotherUpperBound),
                new DocumentChange("no lower bound", changes::noLowerBound),
                new DocumentChange("a variant less", changes::aVariantLess),
                new DocumentChange("another variant", changes::anotherVariant),
                new DocumentChange("optional, not required", changes::optional),
                new DocumentChange("required, not optional", changes::required),
                new DocumentChange("a nullable member", changes::nullable),
                new DocumentChange("a schema more", changes::aSchemaMore));
    }

    private Changed renamed() {
        Property one = places.anywhere("a property that is optional", property -> !property.required());
        return new Changed(
                places.changed(one.owner() + "/properties", node -> DocumentElements.rename(node, one.name(), OTHER)),
                List.of("#" + one.owner(), one.name()));
    }

    private Changed removed() {
        Property one = places.anywhere(
                "a property that is optional and has no type",
                property -> !property.required() && !property.schema().has("type"));
        return new Changed(
                places.changed(one.owner() + "/properties", node -> node.remove(one.name())),
                List.of("#" + one.owner(), one.name()));
    }

    private Changed anotherType() {
        Property one = places.anywhere("a property that is a text", Property::isPlainText);
        return schema(one, "", node -> node.put("type", "integer"));
    }

    private Changed anotherUpperBound() {
        Property one = has("maximum");
        return schema(
                one, "/maximum", node -> node.put("maximum", node.get("maximum").asInt() + 1));
    }

    private Changed noLowerBound() {
        return schema(has("minimum"), "/minimum", node -> node.remove("minimum"));
    }

    private Changed aVariantLess() {
        return schema(union(), "", node -> node.withArray("type").remove(1));
    }

    private Changed anotherVariant() {
        return schema(union(), "", node -> node.withArray("type").set(1, "boolean"));
    }

    private Changed optional() {
        Property one = places.anywhere("a property that is required", Property::required);
        return new Changed(
                places.changed(one.owner(), node -> node.set("required", without(node.get("required"), one.name()))),
                List.of("#" + one.owner(), "/" + one.name()));
    }

    private Changed required() {
        Property one = places.anywhere("a property that is optional", property -> !property.required());
        return new Changed(
                places.changed(one.owner(), node -> node.withArray("required").add(one.name())),
                List.of("#" + one.owner(), "/" + one.name()));
    }

    private Changed nullable() {
        Property one = places.anywhere("a property that is a text", Property::isPlainText);
        return schema(one, "", node -> node.putArray("type").add("string").add("null"));
    }

    private Changed aSchemaMore() {
        String document = places.changed(
                "",
                root -> root.withObject("/components/schemas/" + OTHER)
                        .put("type", "object")
                        .withObject("properties")
                        .withObject("a")
                        .put("type", "string"));
        return new Changed(document, List.of("#/components/schemas/" + OTHER));
    }

    private Property has(String keyword) {
        return places.anywhere(
                "a property with a " + keyword, property -> property.schema().has(keyword));
    }

    /** A property that may be of two types, neither of them null. */
    private Property union() {
        return places.anywhere("a property of two types", property -> {
            JsonNode types = property.schema().path("type");
            return types.size() == 2
                    && types.valueStream().noneMatch(type -> type.asString().equals("null"));
        });
    }

    private Changed schema(Property property, String keyword, Consumer<ObjectNode> change) {
        return new Changed(places.changed(property.pointer(), change), List.of("#" + property.pointer() + keyword));
    }

    private static ArrayNode without(JsonNode names, String name) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        names.valueStream().filter(other -> !other.asString().equals(name)).forEach(rest::add);
        return rest;
    }
}
