package io.github.triggerapi.update.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.update.RejectedRevisionException;

/** Parses the content of a revision. */
public final class RevisionText {

    private RevisionText() {}

    /**
     * Returns the tree of a document.
     *
     * @param location the source of the document, for messages
     * @throws RejectedRevisionException if {@link DocumentReader#read} rejects the text
     */
    public static JsonNode tree(String location, String text) {
        try {
            return DocumentReader.read(text);
        } catch (DocumentException e) {
            throw new RejectedRevisionException(location + ": " + e.getMessage());
        }
    }
}
