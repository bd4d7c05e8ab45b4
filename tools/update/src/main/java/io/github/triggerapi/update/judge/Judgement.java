package io.github.triggerapi.update.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.RefusedException;
import io.github.triggerapi.update.source.DocumentText;
import io.github.triggerapi.update.source.Revision;
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
public record Judgement(JsonNode tree, String title, String version, int operations, List<String> warnings) {

    public Judgement {
        warnings = List.copyOf(warnings);
    }

    /**
     * Judges a document.
     *
     * @throws RefusedException where it is not OpenAPI 3.0 or 3.1, is not sound, or has what cannot be generated
     */
    public static Judgement of(Revision revision) {
        String location = revision.source();
        Node root = new Node("#", DocumentText.tree(location, revision.text()));
        Faults outline = new Faults();
        Outline.check(root, outline);
        outline.refuseIfAny(location, "are wrong", "a document of OpenAPI 3.0 or 3.1");

        Places places = new Places(root);
        Faults doubts = new Faults();
        References.check(root, places, doubts);
        Operations.check(root, doubts);
        Patterns.check(places, doubts);
        EmptyChoices.check(places, doubts);
        doubts.refuseIfAny(location, "have no clear meaning", "a document that can be read in one way only");

        Faults invalid = new Faults();
        SwaggerMessages.check(root, revision.text(), invalid);
        invalid.refuseIfAny(location, "are not valid", "what Swagger Parser accepts");

        Faults unsupported = new Faults();
        Generators.check(root, unsupported);
        unsupported.refuseIfAny(location, "cannot be generated", "what the generators support");

        Faults warnings = new Faults();
        Info.check(root, warnings);
        Examples.check(root, places, warnings);
        Unused.check(root, places, warnings);
        Node info = root.get("info");
        return new Judgement(
                root.json(),
                info.text("title"),
                info.text("version"),
                Operations.all(root).size(),
                warnings.lines());
    }
}
