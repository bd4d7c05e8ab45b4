package io.github.triggerapi.openapi.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.Set;

/** Compares parts of documents without what is for readers only, such as descriptions and examples. */
final class ProseComparison {

    /** Members that hold objects under names of their own, which may be {@code description}. */
    private static final Set<String> MAPS = Set.of(
            "$defs",
            "callbacks",
            "content",
            "definitions",
            "dependentSchemas",
            "encoding",
            "headers",
            "links",
            "mapping",
            "patternProperties",
            "properties",
            "responses",
            "scopes",
            "variables");

    private static final Set<String> DATA = Set.of("const", "default", "enum", "security");

    private ProseComparison() {}

    static boolean isEqual(JsonNode one, JsonNode other) {
        return withoutProse(one, false).equals(withoutProse(other, false));
    }

    /**
     * Returns a copy.
     *
     * @param map whether the members of the node have names of their own
     */
    private static JsonNode withoutProse(JsonNode node, boolean map) {
        if (node.isArray()) {
            ArrayNode copy = ((ArrayNode) node).arrayNode();
            node.forEach(element -> copy.add(withoutProse(element, false)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = ((ObjectNode) node).objectNode();
        node.properties().forEach(member -> {
            String name = member.getKey();
            if (!map && DATA.contains(name)) {
                copy.set(name, member.getValue());
            } else if (map || !SchemaKeyword.isProse(name)) {
                copy.set(name, withoutProse(member.getValue(), !map && MAPS.contains(name)));
            }
        });
        return copy;
    }
}
