package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.source.Revision;
import io.github.triggerapi.update.source.RevisionText;
import java.util.List;

/**
 * What the judge made of a document that can be taken in.
 *
 * <p>A fault of the document that makes its <em>meaning</em> doubtful keeps it out, as code would be generated from a
 * guess: a key that is there twice, a number that is read as another, paths that differ only in names, a placeholder
 * without parameter, a reference that leads nowhere, an {@code operationId} of two operations, a pattern that is no
 * regular expression, a choice among nothing. So does what the generators cannot express, or refuse themselves:
 * openapi-generator takes no document of which Swagger Parser complains, be it only of an unknown member. A fault that
 * touches only its <em>illustration</em> is a warning, as no code is made from it: an example or a default that does not
 * fit its schema, a component or a tag that nothing uses, a version that is a number.
 *
 * @param tree the document as it is written
 * @param title of the API
 * @param version of the API
 * @param operations how many there are
 * @param warnings its own faults that do not keep it out: a line each, which begins with the JSON pointer
 */
public record ValidatedRevision(JsonNode tree, String title, String version, int operations, List<String> warnings) {

    public ValidatedRevision {
        warnings = List.copyOf(warnings);
    }

    /**
     * Judges a document.
     *
     * @throws RejectedRevisionException where it is not OpenAPI 3.0 or 3.1, is not sound, or has what cannot be generated
     */
    public static ValidatedRevision of(Revision revision) {
        String location = revision.source();
        Document document = Document.of(RevisionText.tree(location, revision.text()));
        Node root = document.root();
        Problems outline = new Problems();
        StructureCheck.check(document, outline);
        outline.refuseIfAny(location, "are wrong", "a document of OpenAPI 3.0 or 3.1");

        SchemaLocations places = SchemaLocations.of(root);
        Problems doubts = new Problems();
        ReferenceCheck.check(document, places, doubts);
        OperationCheck.check(document, doubts);
        PatternCheck.check(places, doubts);
        EmptyChoiceCheck.check(places, doubts);
        doubts.refuseIfAny(location, "have no clear meaning", "a document that can be read in one way only");

        Problems invalid = new Problems();
        SwaggerParserCheck.check(root, revision.text(), invalid);
        invalid.refuseIfAny(location, "are not valid", "what Swagger Parser accepts");

        Problems unsupported = new Problems();
        GeneratorCheck.check(root, unsupported);
        unsupported.refuseIfAny(location, "cannot be generated", "what the generators support");

        Problems warnings = new Problems();
        InfoCheck.check(root, warnings);
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
}
