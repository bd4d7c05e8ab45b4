package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Valid bodies of answers, from what the document shows and else drawn from the schema. */
final class ExampleBodies {
    private final Document document;
    private final ExampleGenerator drawing;

    ExampleBodies(Document document) {
        this.document = document;
        this.drawing = new ExampleGenerator(document);
    }

    /** The body to show for a media type at a place; empty when none could be found. */
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
                .or(() -> drawn(mediaType).stream().findFirst());
    }

    /** Bodies that are objects, one with few members before one with many. */
    List<ObjectNode> objects(String mediaType) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode value : drawn(mediaType)) {
            if (value instanceof ObjectNode object) {
                objects.add(0, object);
            }
        }
        return objects;
    }

    /** The names of the members that the schema of a media type lists. */
    Set<String> memberNames(String mediaType) {
        return SchemaShape.of(document, document.at(mediaType).get("schema")).memberNames();
    }

    boolean accepts(String mediaType, JsonNode value) {
        return drawing.accepts(schema(mediaType), value);
    }

    private List<JsonNode> drawn(String mediaType) {
        return drawing.values(schema(mediaType));
    }

    private String schema(String mediaType) {
        return document.at(mediaType).get("schema").pointer();
    }
}
