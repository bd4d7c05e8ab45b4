package io.github.triggerapi.update.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.update.RefusedException;
import io.github.triggerapi.update.source.Revision;
import java.util.List;

/**
 * What the judge made of a document that can be taken in.
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
        throw new UnsupportedOperationException();
    }
}
