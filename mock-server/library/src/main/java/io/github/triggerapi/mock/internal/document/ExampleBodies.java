package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Valid bodies of responses: the examples of the document, otherwise values that are generated from the schema. */
final class ExampleBodies {
    private final Document document;
    private final ExampleGenerator generator;

    ExampleBodies(Document document) {
        this.document = document;
        this.generator = new ExampleGenerator(document);
    }

    /** Returns the body for a media type; empty if none is found. */
    Optional<JsonNode> of(String mediaType) {
        Node place = document.at(mediaType);
        List<JsonNode> values = new ArrayList<>();
        if (place.has("example")) {
            values.add(place.get("example").json());
        }
        for (Node listed : place.get("examples").members()) {
            Node example = document.at(listed.pointer());
            if (example.has("value")) {
                values.add(example.get("value").json());
            }
        }
        return values.stream()
                .filter(value -> accepts(mediaType, value))
                .findFirst()
                .or(() -> generated(mediaType).stream().findFirst());
    }

    /** Returns bodies that are objects, the one with fewer members first. */
    List<ObjectNode> objects(String mediaType) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode value : generated(mediaType)) {
            if (value instanceof ObjectNode object) {
                objects.add(0, object);
            }
        }
        return objects;
    }

    /** Returns the names of the members that the schema of a media type lists. */
    Set<String> memberNames(String mediaType) {
        return FlattenedSchema.of(document, document.at(mediaType).get("schema"))
                .memberNames();
    }

    boolean accepts(String mediaType, JsonNode value) {
        return generator.accepts(schema(mediaType), value);
    }

    private List<JsonNode> generated(String mediaType) {
        return generator.values(schema(mediaType));
    }

    private String schema(String mediaType) {
        return document.at(mediaType).get("schema").pointer();
    }
}
