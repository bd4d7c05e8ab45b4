package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A part of a document that is a document of its own: an operation with all that it reaches, or a component that no
 * operation reaches. What a change costs depends on the slice, not on the document.
 *
 * @param operation as in {@code POST /api/v1/tasks/{taskIdentifier}/trigger}; empty for what no operation reaches
 * @param whole the document that it is a part of
 */
record Slice(String operation, ObjectNode tree, ObjectNode whole) {

    /** Adds what a part of the document refers to, and what that refers to, to a document. */
    static void addReached(JsonNode part, ObjectNode tree, ObjectNode whole) {
        Deque<JsonNode> pending = new ArrayDeque<>();
        pending.add(part);
        while (!pending.isEmpty()) {
            JsonNode node = pending.remove();
            node.forEach(pending::add);
            if (node.path("$ref").isTextual()) {
                add(node.get("$ref").asText(), tree, whole, pending);
            }
            // A discriminator refers to schemas by its mapping.
            for (JsonNode mapped : node.path("discriminator").path("mapping")) {
                add(mapped.asText(), tree, whole, pending);
            }
        }
    }

    private static void add(String reference, ObjectNode tree, ObjectNode whole, Deque<JsonNode> pending) {
        String[] steps = reference.split("/");
        if (steps.length == 4 && reference.startsWith("#/components/")) {
            String name = JsonPointers.unescape(steps[3]);
            JsonNode target = whole.path("components").path(steps[2]).path(name);
            ObjectNode group = tree.withObjectProperty("components").withObjectProperty(steps[2]);
            if (!target.isMissingNode() && !group.has(name)) {
                group.set(name, target.deepCopy());
                pending.add(target);
            }
        }
    }
}
