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
import java.util.ArrayList;
import java.util.List;
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
        ClientMethods clientMethods = ClientMethods.of(vendored, rules.get(Rules.CLIENT_METHODS));
        List<String> details = new ArrayList<>(problems(api, valueTypes.name(), valueTypes::addedTo));
        details.addAll(problems(api, clientMethods.name(), clientMethods::addedTo));
        if (!details.isEmpty()) {
            throw new RejectedRevisionException(
                    "spec: the files of rules have lines that do not apply to the revision; remove them, run this command"
                            + " again, then add lines for the new places. The lines of the supplement are counted after"
                            + " those of the document",
                    details);
        }
    }

    private static List<String> problems(Api api, String file, UnaryOperator<Api> rules) {
        try {
            rules.apply(api);
            return List.of();
        } catch (UnsupportedDocumentException e) {
            return e.problems().stream().map(problem -> file + ": " + problem).toList();
        }
    }
}
