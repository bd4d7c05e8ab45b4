package io.github.triggerapi.update.validate;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.reader.ClientMethods;
import io.github.triggerapi.codegen.reader.ValueTypes;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.merge.Rules;
import io.github.triggerapi.update.RejectedRevisionException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Checks that the files of rules beside the vendored document and the supplement apply to a revision. */
public final class RulesCheck {

    private RulesCheck() {}

    /**
     * Checks the rules of both.
     *
     * @param rules those of the vendored document, then those of the supplement
     * @throws RejectedRevisionException with each line that does not apply to the revision
     */
    public static void check(ValidatedRevision revision, Path vendored, Map<Rules, String> rules) {
        Api api = ApiReader.read(Document.of(revision.tree()), "the document");
        ValueTypes valueTypes = ValueTypes.of(vendored, rules.get(Rules.VALUE_TYPES));
        check(api, valueTypes.name(), valueTypes::addedTo);
        ClientMethods clientMethods = ClientMethods.of(vendored, rules.get(Rules.CLIENT_METHODS));
        check(api, clientMethods.name(), clientMethods::addedTo);
    }

    private static void check(Api api, String file, UnaryOperator<Api> rules) {
        try {
            rules.apply(api);
        } catch (UnsupportedDocumentException e) {
            throw new RejectedRevisionException(
                    "spec/" + file + ": has lines that do not apply to the revision; remove them, run this"
                            + " command again, then add lines for the new places",
                    e.problems());
        }
    }
}
