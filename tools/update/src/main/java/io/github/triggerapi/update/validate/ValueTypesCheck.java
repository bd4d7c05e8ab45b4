package io.github.triggerapi.update.validate;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.reader.ValueTypes;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.update.RejectedRevisionException;
import java.nio.file.Path;

/** Checks that the files beside the vendored document and the supplement, with the meanings of strings, apply to a revision. */
public final class ValueTypesCheck {

    private ValueTypesCheck() {}

    /**
     * Checks the lines of both files.
     *
     * @param lines those of the vendored document, then those of the supplement
     * @throws RejectedRevisionException with each line that does not apply to the revision
     */
    public static void check(ValidatedRevision revision, Path vendored, String lines) {
        ValueTypes valueTypes = ValueTypes.of(vendored, lines);
        try {
            valueTypes.addedTo(ApiReader.read(Document.of(revision.tree()), "the document"));
        } catch (UnsupportedDocumentException e) {
            throw new RejectedRevisionException(
                    "spec/" + valueTypes.name() + ": has lines that do not apply to the revision; remove them, run this"
                            + " command again, then add lines for the new places",
                    e.problems());
        }
    }
}
