package io.github.triggerapi.openapi;

import io.github.triggerapi.openapi.SchemaKeyword.Subschemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where schemas and references are in a document. Examples and other data are not searched, whatever they look like. */
public final class SchemaLocations {

    /** Members of other objects than schemas that hold objects under names of their own. */
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
    private final List<Node> owners = new ArrayList<>();

    private SchemaLocations() {}

    /** Searches a document. */
    public static SchemaLocations of(Node root) {
        SchemaLocations locations = new SchemaLocations();
        locations.object(root);
        return locations;
    }

    /** Returns every object with a member {@code $ref}. */
    public List<Node> references() {
        return references;
    }

    /** Returns every schema, each before those within it. */
    public List<Node> schemas() {
        return schemas;
    }

    /** Returns every parameter, header and media type with a schema, beside which examples may be. */
    public List<Node> owners() {
        return owners;
    }

    private void object(Node node) {
        node.elements().forEach(this::object);
        if (node.has("$ref")) {
            references.add(node);
        }
        if (node.has("schema")) {
            owners.add(node);
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
        node.elements().forEach(this::schema);
        if (!node.json().isObject()) {
            return;
        }
        schemas.add(node);
        if (node.has("$ref")) {
            references.add(node);
        }
        for (Node member : node.members()) {
            switch (SchemaKeyword.of(member.key())
                    .map(SchemaKeyword::subschemas)
                    .orElse(Subschemas.NONE)) {
                case MAP -> member.members().forEach(this::schema);
                case ONE, LIST -> schema(member);
                case NONE -> {}
            }
        }
    }
}
