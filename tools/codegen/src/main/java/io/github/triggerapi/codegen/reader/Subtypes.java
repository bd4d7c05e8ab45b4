package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the named schemas that add to another one with {@code allOf}. */
final class Subtypes {

    private final Map<String, List<Node>> byPointer = new HashMap<>();

    Subtypes(Document document) {
        for (Node schema : document.root().get("components").get("schemas").members()) {
            for (Node part : schema.get("allOf").elements()) {
                byPointer
                        .computeIfAbsent(document.target(part.text("$ref")).pointer(), key -> new ArrayList<>())
                        .add(schema);
            }
        }
    }

    /** Returns the schemas that a schema with a discriminator stands for; empty if it lists alternatives alone. */
    List<Node> of(Node schema) {
        return schema.has("discriminator")
                        && SchemaReader.isComponent(schema)
                        && (JsonTypes.impliesObject(schema) || schema.has("allOf"))
                ? byPointer.getOrDefault(schema.pointer(), List.of())
                : List.of();
    }
}
