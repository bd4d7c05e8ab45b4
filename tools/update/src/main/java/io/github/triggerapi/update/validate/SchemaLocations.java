package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The places of a document where references, schemas and examples are; what is data to it is not looked into. */
final class SchemaLocations {

    /** Members of schemas with schemas under names of their own. */
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

    /** Members of all other objects with objects under names of their own. */
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

    /** Every object with a member {@code $ref}. */
    List<Node> references() {
        return references;
    }

    /** Every schema, those inside of others too. */
    List<Node> schemas() {
        return schemas;
    }

    /** Every parameter, header and media type with a schema, beside which examples may be. */
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
