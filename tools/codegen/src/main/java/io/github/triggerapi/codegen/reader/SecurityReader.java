package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SecurityScheme;
import io.github.triggerapi.openapi.SecurityScheme.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads the credentials that operations require. */
final class SecurityReader {

    private SecurityReader() {}

    /** Returns the security schemes whose credentials the client sends, and adds a note for each other one. */
    static List<SecurityScheme> schemes(Document document, Problems problems, Notes notes) {
        List<SecurityScheme> schemes = new ArrayList<>();
        for (Node member :
                document.root().get("components").get("securitySchemes").members()) {
            problems.collect(() -> {
                SecurityScheme scheme = SecurityScheme.of(document, member.key());
                if (scheme.kind() == Kind.OTHER) {
                    notes.add(
                            member,
                            "left to the caller, as the client sends bearer tokens, HTTP Basic and API keys only");
                } else {
                    schemes.add(scheme);
                }
            });
        }
        return schemes;
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
