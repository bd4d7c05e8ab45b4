package io.github.triggerapi.contract.judge;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The direction of a message. Requests may lack required members that are read-only, and responses write-only ones. */
enum MessageDirection {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String exempt;

    MessageDirection(String exempt) {
        this.exempt = exempt;
    }

    /** Returns the document with the members that messages of this direction must have. */
    JsonNode document(OpenApiDocument document) {
        if (document.root().findValues(exempt).isEmpty()) {
            return document.root();
        }
        JsonNode copy = document.root().deepCopy();
        for (JsonNode schema : copy.findParents("required")) {
            if (schema.get("required") instanceof ArrayNode names) {
                for (int i = names.size() - 1; i >= 0; i--) {
                    JsonNode property =
                            schema.path("properties").path(names.get(i).asString(""));
                    String reference = property.path("$ref").asString("");
                    JsonNode target =
                            reference.startsWith("#/") ? document.at(OpenApiDocument.pointer(reference)) : property;
                    if (property.path(exempt).asBoolean(false)
                            || target.path(exempt).asBoolean(false)) {
                        names.remove(i);
                    }
                }
            }
        }
        return copy;
    }
}
