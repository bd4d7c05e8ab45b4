package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Determines whether elements of a document are used in requests, responses, both or neither. */
final class MessageDirections {

    /** The direction of a message. */
    enum Direction {
        REQUEST,
        RESPONSE
    }

    private final JsonNode root;
    private final Map<Direction, Set<String>> places = new EnumMap<>(Direction.class);

    private MessageDirections(JsonNode root) {
        this.root = root;
        for (Direction direction : Direction.values()) {
            places.put(direction, new HashSet<>());
        }
    }

    static MessageDirections of(JsonNode root) {
        MessageDirections directions = new MessageDirections(root);
        for (String path : MutationPoint.names(root.path("paths"))) {
            JsonNode item = root.path("paths").path(path);
            String pointer = "#/paths/" + JsonPointers.escape(path);
            directions.visit(pointer + "/parameters", item.path("parameters"), Direction.REQUEST);
            for (String method : MutationPoint.names(item)) {
                if (HttpMethods.ALL.contains(method)) {
                    directions.operation(pointer + "/" + method, item.path(method));
                }
            }
        }
        return directions;
    }

    private void operation(String pointer, JsonNode operation) {
        visit(pointer + "/parameters", operation.path("parameters"), Direction.REQUEST);
        visit(pointer + "/requestBody", operation.path("requestBody"), Direction.REQUEST);
        visit(pointer + "/responses", operation.path("responses"), Direction.RESPONSE);
    }

    private void visit(String pointer, JsonNode node, Direction direction) {
        if (!node.isContainerNode() || !places.get(direction).add(pointer)) {
            return;
        }
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#/")) {
            visit(reference, root.at(reference.substring(1)), direction);
        }
        MutationPoint.names(node).forEach(name -> visit(JsonPointers.child(pointer, name), node.get(name), direction));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(pointer + "/" + i, node.get(i), direction);
        }
    }

    Set<Direction> at(String pointer) {
        Set<Direction> directions = EnumSet.noneOf(Direction.class);
        places.forEach((direction, pointers) -> {
            if (pointers.contains(pointer)) {
                directions.add(direction);
            }
        });
        return directions;
    }
}
