package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which way what stands at a place of a document goes: with requests, with answers, both ways, or neither. */
final class Directions {

    /** Which way a message goes. */
    enum Way {
        REQUEST,
        ANSWER
    }

    private final JsonNode root;
    private final Map<Way, Set<String>> places = new EnumMap<>(Way.class);

    private Directions(JsonNode root) {
        this.root = root;
        for (Way way : Way.values()) {
            places.put(way, new HashSet<>());
        }
    }

    static Directions of(JsonNode root) {
        Directions directions = new Directions(root);
        for (String path : Site.names(root.path("paths"))) {
            JsonNode item = root.path("paths").path(path);
            String pointer = "#/paths/" + JsonPointers.escape(path);
            directions.visit(pointer + "/parameters", item.path("parameters"), Way.REQUEST);
            for (String verb : Site.names(item)) {
                if (HttpMethods.ALL.contains(verb)) {
                    directions.operation(pointer + "/" + verb, item.path(verb));
                }
            }
        }
        return directions;
    }

    private void operation(String pointer, JsonNode operation) {
        visit(pointer + "/parameters", operation.path("parameters"), Way.REQUEST);
        visit(pointer + "/requestBody", operation.path("requestBody"), Way.REQUEST);
        visit(pointer + "/responses", operation.path("responses"), Way.ANSWER);
    }

    private void visit(String pointer, JsonNode node, Way way) {
        if (!node.isContainerNode() || !places.get(way).add(pointer)) {
            return;
        }
        String reference = node.path("$ref").asText("");
        if (reference.startsWith("#/")) {
            visit(reference, root.at(reference.substring(1)), way);
        }
        Site.names(node).forEach(name -> visit(JsonPointers.child(pointer, name), node.get(name), way));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(pointer + "/" + i, node.get(i), way);
        }
    }

    Set<Way> at(String pointer) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        places.forEach((way, pointers) -> {
            if (pointers.contains(pointer)) {
                ways.add(way);
            }
        });
        return ways;
    }
}
