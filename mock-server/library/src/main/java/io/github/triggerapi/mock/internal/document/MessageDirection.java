package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Iterator;

/** The messages that a schema is for. OpenAPI lets each kind leave out members of the other. */
enum MessageDirection {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String otherOnly;

    MessageDirection(String otherOnly) {
        this.otherOnly = otherOnly;
    }

    /** Returns a document whose schemas do not require members that only messages of the other direction have. */
    JsonNode applyTo(Document document) {
        JsonNode root = document.root();
        if (root.findValues(otherOnly).stream().noneMatch(JsonNode::asBoolean)) {
            return root;
        }
        JsonNode copy = root.deepCopy();
        for (JsonNode schema : copy.findParents("required")) {
            if (schema.get("required") instanceof ArrayNode required) {
                Iterator<JsonNode> names = required.elements();
                while (names.hasNext()) {
                    if (isOfOther(schema.path("properties").path(names.next().asText()), document)) {
                        names.remove();
                    }
                }
            }
        }
        return copy;
    }

    private boolean isOfOther(JsonNode property, Document document) {
        String reference = property.path("$ref").asText();
        return property.path(otherOnly).asBoolean()
                || !reference.isEmpty()
                        && document.target(reference).json().path(otherOnly).asBoolean();
    }
}
