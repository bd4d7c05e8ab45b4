package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the references, schemas and examples of a document. Values such as examples are not searched. */
final class SchemaLocations {

    /** Keywords of schemas that contain schemas by names. */
    private static final Set<String> SCHEMA_MAPS =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    private static final Set<String> SCHEMA_PARTS = Set.of(
            "additionalProperties",
            "allOf",
            "anyOf",
            "contains",
            "contentSchema",
            "else",
            "if",
            "items",
            "not",
            "oneOf",
            "prefixItems",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** Keywords of all other objects that contain objects by names. */
    private static final Set<String> MAPS = Set.of(
            "callbacks",
            "content",
            "encoding",
            "examples",
            "headers",
            "links",
            "parameters",
            "pathItems",
            "paths",
            "requestBodies",
            "responses",
            "securitySchemes",
            "variables",
            "webhooks");

    private static final Set<String> DATA = Set.of("example", "default", "enum", "value", "security");

    private final List<Node> references = new ArrayList<>();
    private final List<Node> schemas = new ArrayList<>();
    private final List<Node> holders = new ArrayList<>();

    SchemaLocations(Node root) {
        object(root);
    }

    /** Returns all objects with a member {@code $ref}. */
    List<Node> references() {
        return references;
    }

    /** Returns all schemas, including nested ones. */
    List<Node> schemas() {
        return schemas;
    }

    /** Returns all parameters, headers and media types with a schema, which may have examples. */
    List<Node> holders() {
        return holders;
    }

    private void object(Node node) {
        if (node.json().isArray()) {
            node.elements().forEach(this::object);
            return;
        }
        if (node.has("$ref")) {
            references.add(node);
        }
        if (node.has("schema")) {
            holders.add(node);
        }
        for (Node member : node.members()) {
            String name = member.key();
            if (name.equals("schema")) {
                schema(member);
            } else if (name.equals("schemas")) {
                member.members().forEach(this::schema);
            } else if (MAPS.contains(name) && member.json().isObject()) {
                member.members().forEach(this::object);
            } else if (!DATA.contains(name) && !name.startsWith("x-")) {
                object(member);
            }
        }
    }

    private void schema(Node node) {
        if (node.json().isArray()) {
            node.elements().forEach(this::schema);
        }
        if (!node.json().isObject()) {
            return;
        }
        schemas.add(node);
        if (node.has("$ref")) {
            references.add(node);
        }
        for (Node member : node.members()) {
            if (SCHEMA_MAPS.contains(member.key())) {
                member.members().forEach(this::schema);
            } else if (SCHEMA_PARTS.contains(member.key())) {
                schema(member);
            }
        }
    }
}
