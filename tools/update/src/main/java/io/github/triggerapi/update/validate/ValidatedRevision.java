package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.source.Revision;
import java.util.List;

/**
 * A valid and supported revision.
 *
 * <p>A document is rejected if its <em>meaning</em> is ambiguous: a duplicate key, a number that loses digits, paths that
 * differ only in the names of parameters, a parameter in the path that is not declared, a reference that cannot be
 * resolved, a duplicate {@code operationId}, an invalid pattern, an empty list of alternatives. It is also rejected if the
 * generators do not support it, or if Swagger Parser reports a problem. Problems of <em>illustrations</em> are warnings,
 * because no code is generated from them: an example or default that is invalid for its schema, an unused component or
 * tag, a version that is a number.
 *
 * @param tree the document
 * @param title of the API
 * @param version of the API
 * @param operations the number of operations
 * @param warnings problems that do not prevent the update, as lines that start with the JSON pointer
 */
public record ValidatedRevision(JsonNode tree, String title, String version, int operations, List<String> warnings) {

    public ValidatedRevision {
        warnings = List.copyOf(warnings);
    }

    /**
     * Validates a document.
     *
     * @throws RejectedRevisionException if it is not OpenAPI 3.0 or 3.1, is ambiguous or invalid, or is not supported
     */
    public static ValidatedRevision of(Revision revision) {
        String location = revision.source();
        Document document = Document.of(revision.tree());
        Node root = document.root();
        Problems structure = new Problems();
        StructureCheck.check(document, structure);
        structure.rejectIfAny(location, "are invalid", "an OpenAPI 3.0 or 3.1 document");

        SchemaLocations places = SchemaLocations.of(root);
        Problems ambiguities = new Problems();
        ReferenceCheck.check(document, places, ambiguities);
        OperationCheck.check(document, ambiguities);
        SchemaCheck.check(places, ambiguities);
        ambiguities.rejectIfAny(location, "are ambiguous", "a document with one meaning");

        Problems invalid = new Problems();
        SwaggerParserCheck.check(root, revision.text(), invalid);
        invalid.rejectIfAny(location, "are invalid", "a document that Swagger Parser accepts");

        Problems unsupported = new Problems();
        checkSupport(document, unsupported);
        unsupported.rejectIfAny(location, "are not supported", "a document that the generators support");

        Problems warnings = new Problems();
        checkInfo(root.get("info"), warnings);
        ExampleCheck.check(document, places, warnings);
        UnusedComponentCheck.check(document, places, warnings);
        Node info = root.get("info");
        return new ValidatedRevision(
                root.json(),
                info.text("title"),
                info.text("version"),
                document.operations().size(),
                warnings.lines());
    }

    /** Rejects what the generators do not support. */
    private static void checkSupport(Document document, Problems faults) {
        try {
            ApiReader.read(document, "the document");
        } catch (UnsupportedDocumentException e) {
            faults.addAll(e.problems());
        }
    }

    /** Warns of a title or version that is a number, which may lose digits. */
    private static void checkInfo(Node info, Problems warnings) {
        for (Node member : List.of(info.get("title"), info.get("version"))) {
            if (!member.json().isTextual()) {
                warnings.add(member, "is read as " + member.json() + ", because it has no quotes; expected a string");
            }
        }
    }
}
