package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;

/** Rejects what is not an OpenAPI 3.0 or 3.1 document with operations. */
final class StructureCheck {

    private static final String EXPECTED = "; expected an OpenAPI 3.0 or 3.1 document";

    private StructureCheck() {}

    static void check(Document document, Problems faults) {
        Node root = document.root();
        JsonNode openapi = root.get("openapi").json();
        if (!root.json().isObject()) {
            faults.add(root, "is not an object" + EXPECTED);
        } else if (root.has("swagger")) {
            faults.add(root.get("swagger"), "Swagger " + root.text("swagger") + EXPECTED);
        } else if (openapi.isMissingNode()) {
            faults.add(root, "no member openapi" + EXPECTED);
        } else if (!openapi.isTextual()) {
            faults.add(
                    root.get("openapi"), "is " + openapi + ", which is not a string; expected one such as \"3.1.0\"");
        } else if (!openapi.asText().matches("3\\.[01]\\.[0-9]+(-.+)?")) {
            faults.add(root.get("openapi"), "OpenAPI " + openapi.asText() + EXPECTED);
        } else if (root.get("paths").members().isEmpty()) {
            faults.add(root, "no paths; expected some with operations");
        } else if (document.operations().isEmpty()) {
            faults.add(root.get("paths"), "no path has an operation; expected at least one");
        }
    }
}
