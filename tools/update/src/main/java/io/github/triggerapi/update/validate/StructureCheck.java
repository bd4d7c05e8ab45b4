package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;

/** Checks that a text is a document of OpenAPI 3.0 or 3.1 with operations. */
final class StructureCheck {

    private static final String EXPECTED = "; expected a document of OpenAPI 3.0 or 3.1";

    private StructureCheck() {}

    static void check(Document document, Problems faults) {
        Node root = document.root();
        JsonNode openapi = root.get("openapi").json();
        if (!root.json().isObject()) {
            faults.add(root, "is no object" + EXPECTED);
        } else if (root.has("swagger")) {
            faults.add(root.get("swagger"), "Swagger " + root.text("swagger") + EXPECTED);
        } else if (openapi.isMissingNode()) {
            faults.add(root, "no member openapi" + EXPECTED);
        } else if (!openapi.isTextual()) {
            faults.add(root.get("openapi"), "is " + openapi + ", which is no text; expected one such as \"3.1.0\"");
        } else if (!openapi.asText().matches("3\\.[01]\\.[0-9]+(-.+)?")) {
            faults.add(root.get("openapi"), "OpenAPI " + openapi.asText() + EXPECTED);
        } else if (root.get("paths").members().isEmpty()) {
            faults.add(root, "no paths; expected some with operations");
        } else if (document.operations().isEmpty()) {
            faults.add(root.get("paths"), "no path has an operation; expected one at least");
        }
    }
}
