package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import io.github.triggerapi.update.compare.change.Direction;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the directions in which operations use each named schema. */
final class SchemaDirections {

    /** The targets of references by the places of the references. */
    private final TreeMap<String, String> references = new TreeMap<>();

    private final Map<String, Set<Direction>> reached = new HashMap<>();

    SchemaDirections(Document document) {
        SchemaLocations.of(document.root())
                .references()
                .forEach(reference -> references.put(reference.pointer(), reference.text("$ref")));
        for (Node path : document.root().get("paths").members()) {
            reach(path.get("parameters").pointer(), Direction.REQUEST);
            for (Node operation : HttpMethods.operations(path)) {
                reach(operation.get("parameters").pointer(), Direction.REQUEST);
                reach(operation.get("requestBody").pointer(), Direction.REQUEST);
                reach(operation.get("responses").pointer(), Direction.RESPONSE);
            }
        }
    }

    /** Returns the directions of the schema at a pointer; empty if no operation uses it. */
    Set<Direction> of(String pointer) {
        return reached.getOrDefault(pointer, EnumSet.noneOf(Direction.class));
    }

    /** Follows all references within a place. */
    private void reach(String place, Direction direction) {
        // The character after a slash is 0.
        references.subMap(place, place + "0").forEach((pointer, target) -> {
            if (JsonPointers.isWithin(pointer, place)
                    && reached.computeIfAbsent(target, t -> EnumSet.noneOf(Direction.class))
                            .add(direction)) {
                reach(target, direction);
            }
        });
    }
}
