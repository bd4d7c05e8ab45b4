package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A self-contained part of a document: an operation, or a component that no operation uses, with everything it refers to. The
 * cost of a change depends on the size of the slice, not on that of the document.
 *
 * @param operation the operation, such as {@code POST /api/v1/tasks/{taskIdentifier}/trigger}; empty for unused components
 * @param whole the whole document
 */
record DocumentSlice(String operation, ObjectNode tree, ObjectNode whole) {

    /** Adds the transitive targets of references in a part of the document to a slice. */
    static void addReached(JsonNode part, ObjectNode tree, ObjectNode whole) {
        Deque<JsonNode> pending = new ArrayDeque<>();
        pending.add(part);
        while (!pending.isEmpty()) {
            JsonNode node = pending.remove();
            node.forEach(pending::add);
            if (node.path("$ref").isTextual()) {
                add(node.get("$ref").asText(), tree, whole, pending);
            }
            // The mapping of a discriminator refers to schemas.
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
