package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads the credentials that operations require. */
final class SecurityReader {

    private SecurityReader() {}

    /** Adds a note for each security scheme whose credentials the client does not send by itself. */
    static void note(Node root, Notes notes) {
        for (Node scheme : root.get("components").get("securitySchemes").members()) {
            String type = scheme.text("type");
            boolean bearer = type.equals("http") && scheme.text("scheme").equalsIgnoreCase("bearer");
            if (!bearer && !type.equals("oauth2") && !type.equals("openIdConnect")) {
                notes.add(scheme, "left to the caller, as the client sends its key as a bearer token");
            }
        }
    }

    /** Returns the alternatives of an operation or, by default, of the document: the names of their security schemes. */
    static List<String> alternatives(Node root, Node operation) {
        List<String> alternatives = new ArrayList<>();
        for (Node alternative :
                (operation.has("security") ? operation : root).get("security").elements()) {
            List<String> together = new ArrayList<>();
            for (Node scheme : alternative.members()) {
                if (!root.get("components").get("securitySchemes").has(scheme.key())) {
                    throw new InvalidPartException(
                            scheme,
                            "not a security scheme of the document; expected one under #/components/securitySchemes");
                }
                List<String> scopes =
                        scheme.elements().stream().map(s -> s.json().asText()).toList();
                together.add(scheme.key() + (scopes.isEmpty() ? "" : "(" + String.join(" ", scopes) + ")"));
            }
            alternatives.add(String.join(" & ", together));
        }
        return alternatives;
    }
}
