package io.github.triggerapi.update.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.update.RejectedRevisionException;

/**
 * A revision of the OpenAPI document.
 *
 * @param source the URL or file; several, separated by spaces, if it was merged from pages
 * @param text the content, unchanged unless it was merged
 */
public record Revision(String source, String text) {

    /**
     * Parses the content.
     *
     * @throws RejectedRevisionException if {@link DocumentReader#read} rejects it
     */
    public JsonNode tree() {
        try {
            return DocumentReader.read(text);
        } catch (DocumentException e) {
            throw new RejectedRevisionException(source + ": " + e.getMessage());
        }
    }
}
