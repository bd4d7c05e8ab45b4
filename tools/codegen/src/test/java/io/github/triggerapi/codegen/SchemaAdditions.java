package io.github.triggerapi.codegen;

import static io.github.triggerapi.codegen.DocumentTree.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Additions to schemas. */
final class SchemaAdditions {

    private static final List<String> BOUNDS = List.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    private final Map<String, Consumer<DocumentTree>> all;

    private SchemaAdditions(Map<String, Consumer<DocumentTree>> all) {
        this.all = all;
    }

    static void addTo(Map<String, Consumer<DocumentTree>> all) {
        SchemaAdditions additions = new SchemaAdditions(all);
        additions.properties();
        additions.values();
    }

    private void properties() {
        all.put("optional properties", tree -> properties(tree, false));
        all.put("required properties", tree -> properties(tree, true));
        all.put(
                "an optional property before all others",
                tree -> tree.schemasWith("properties").forEach(schema -> {
                    ObjectNode old = (ObjectNode) schema.get("properties");
                    ObjectNode properties = schema.putObject("properties");
                    properties.set(tree.name(), json("{type: boolean}"));
                    properties.setAll(old);
                }));
        all.put(
                "a property that need not be there",
                tree -> tree.schemasWith("required")
                        .filter(schema -> !isPartOfAnObject(schema))
                        .forEach(schema -> schema.remove("required")));
        all.put(
                "a default",
                tree -> tree.properties().forEach(schema -> {
                    switch (DocumentTree.types(schema).findFirst().orElse("")) {
                        case "string" ->
                            schema.put("default", schema.at("/enum/0").asText("2025-01-31T12:00:00Z"));
                        case "integer", "number" -> schema.put("default", 1);
                        case "boolean" -> schema.put("default", true);
                        default -> {}
                    }
                }));
        all.put(
                "null for a member",
                tree -> tree.properties().filter(schema -> schema.has("type")).forEach(DocumentTree::allowNull));
        all.put(
                "null for an item",
                tree -> tree.schemasWith("items")
                        .filter(schema -> schema.get("items").has("type"))
                        .forEach(schema -> DocumentTree.allowNull((ObjectNode) schema.get("items"))));
        all.put(
                "members that are not listed",
                tree -> tree.schemasWith("additionalProperties")
                        .filter(schema -> schema.get("additionalProperties").isBoolean())
                        .forEach(schema -> schema.remove("additionalProperties")));
    }

    /** Adds a property of each kind to all objects. */
    private static void properties(DocumentTree tree, boolean required) {
        for (String schema : List.of(
                "{type: string, minLength: 1}",
                "{type: integer, default: 5}",
                "{type: [string, 'null'], format: date-time}",
                "{type: string, enum: [a, b], default: a}",
                "{type: object, required: [x], properties: {x: {type: array, items: {type: number}}}}",
                "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
                "{}")) {
            tree.schemasWith("properties").forEach(object -> {
                String name = tree.name();
                ((ObjectNode) object.get("properties")).set(name, json(schema));
                if (required) {
                    object.withArray("required").add(name);
                }
            });
        }
    }

    private void values() {
        all.put(
                "a value of an enum",
                tree -> tree.schemasWith("enum")
                        .filter(schema -> schema.get("enum").size() > 1)
                        .forEach(schema -> schema.withArray("enum").add(tree.name())));
        all.put(
                "a second value of an enum that tells a variant",
                tree -> variants(tree)
                        .flatMap(DocumentTree::elements)
                        .flatMap(variant -> DocumentTree.members(variant.path("properties")))
                        .filter(property -> property.path("enum").size() == 1)
                        .forEach(property ->
                                ((ObjectNode) property).withArray("enum").add(tree.name())));
        all.put(
                "a value of an enum before all others",
                tree -> tree.schemasWith("enum")
                        .filter(schema -> schema.get("enum").size() > 1)
                        .forEach(schema -> schema.withArray("enum").insert(0, tree.name())));
        all.put(
                "a variant, a boolean",
                tree -> variants(tree).forEach(variants -> variants.addObject().put("type", "boolean")));
        all.put(
                "a variant, an object",
                tree -> variants(tree)
                        .forEach(variants -> variants.add(json("{type: object, properties: {kind: {const: "
                                + tree.name() + "}, of: {type: string}}}"))));
        all.put(
                "a variant, an array",
                tree -> variants(tree)
                        .forEach(variants -> variants.add(json("{type: array, items: {type: boolean}}"))));
        all.put("a variant of a discriminator", tree -> {
            ObjectNode schemas = tree.at("/components/schemas");
            String added = "{type: object, properties: {species: {type: string}}}";
            tree.schemasWith("discriminator").toList().forEach(schema -> {
                if (schema.has("oneOf")) {
                    String name = "Fish";
                    schemas.set(name, json(added));
                    schema.withArray("oneOf").addObject().put("$ref", "#/components/schemas/" + name);
                    ((ObjectNode) schema.at("/discriminator/mapping")).put("fish", "#/components/schemas/" + name);
                }
            });
            List<String> names = new ArrayList<>();
            schemas.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> schemas.get(name).has("discriminator")
                            && !schemas.get(name).has("oneOf"))
                    .forEach(name -> schemas.set(
                            "Added" + name,
                            json("{allOf: [{$ref: '#/components/schemas/" + name + "'}, " + added + "]}")));
        });
        all.put(
                "an alternative of required members",
                tree -> tree.schemasWith("properties")
                        .filter(schema -> schema.path("anyOf").path(0).has("required"))
                        .forEach(schema -> schema.withArray("anyOf")
                                .addObject()
                                .withArray("required")
                                .add(schema.get("properties").fieldNames().next())));
        all.put(
                "a type beside several",
                tree -> tree.schemas().stream()
                        .filter(schema -> DocumentTree.types(schema).count() > 1)
                        .forEach(schema -> schema.withArray("type").add("boolean")));
        all.put(
                "wider bounds",
                tree -> BOUNDS.forEach(keyword -> tree.schemasWith(keyword)
                        .filter(schema -> schema.get(keyword).isNumber())
                        .forEach(schema -> schema.put(
                                keyword,
                                schema.get(keyword)
                                        .decimalValue()
                                        .add(new BigDecimal(keyword.contains("ax") ? 1 : -1))))));
        all.put(
                "no bounds",
                tree -> BOUNDS.forEach(keyword -> tree.schemasWith(keyword).forEach(schema -> schema.remove(keyword))));
        all.put(
                "a named schema",
                tree -> tree.at("/components/schemas")
                        .set("Added", json("{type: object, properties: {a: {type: string, enum: [x]}}}")));
    }

    private static Stream<ArrayNode> variants(DocumentTree tree) {
        return tree.schemas().stream()
                .filter(schema -> !schema.has("discriminator"))
                .flatMap(schema -> Stream.of(schema.path("oneOf"), schema.path("anyOf")))
                .filter(variants -> DocumentTree.elements(variants)
                                .filter(variant ->
                                        !variant.path("type").asText().equals("null"))
                                .count()
                        > 1)
                .filter(variants -> DocumentTree.elements(variants).noneMatch(SchemaAdditions::isPartOfAnObject))
                .map(ArrayNode.class::cast);
    }

    /** Returns whether an alternative only requires members of the object that has it. */
    private static boolean isPartOfAnObject(JsonNode alternative) {
        return alternative.has("required") && !alternative.has("properties");
    }
}
