package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

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

    /** Adds the component or the path item that contains the target of a reference. */
    private static void add(String reference, ObjectNode tree, ObjectNode whole, Deque<JsonNode> pending) {
        String[] steps = reference.split("/");
        if (steps.length >= 4 && reference.startsWith("#/components/")) {
            copy(
                    whole.path("components").path(steps[2]),
                    name(steps[3]),
                    pending,
                    () -> tree.withObjectProperty("components").withObjectProperty(steps[2]));
        } else if (steps.length >= 3 && reference.startsWith("#/paths/")) {
            copy(whole.path("paths"), name(steps[2]), pending, () -> tree.withObjectProperty("paths"));
        }
    }

    private static void copy(JsonNode from, String name, Deque<JsonNode> pending, Supplier<ObjectNode> to) {
        JsonNode element = from.path(name);
        if (!element.isMissingNode() && !to.get().has(name)) {
            to.get().set(name, element.deepCopy());
            pending.add(element);
            if (element.has("discriminator")) {
                subtypes(from, name).forEach(pending::add);
            }
        }
    }

    /** Returns references to the schemas that add to a schema by {@code allOf}. */
    private static List<JsonNode> subtypes(JsonNode schemas, String name) {
        String reference = "#/components/schemas/" + JsonPointers.escape(name);
        return MutationPoint.names(schemas).stream()
                .filter(other -> JsonNodes.elements(schemas.get(other).path("allOf")).stream()
                        .anyMatch(part -> part.path("$ref").asText().equals(reference)))
                .<JsonNode>map(
                        other -> JsonNodes.object().put("$ref", "#/components/schemas/" + JsonPointers.escape(other)))
                .toList();
    }

    private static String name(String step) {
        return JsonPointers.unescape(Document.percentDecoded(step));
    }
}
