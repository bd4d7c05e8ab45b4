package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * All differences between two revisions of a document.
 *
 * @param changes in the order of the new document; what is gone last
 */
public record Comparison(List<Change> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two documents, which both have passed the judge. */
    public static Comparison of(JsonNode before, JsonNode after) {
        throw new UnsupportedOperationException();
    }

    /** The step that the next version must take, by the changes alone. */
    public Step step() {
        return changes.stream()
                .map(change -> Step.of(change.effect()))
                .max(Step::compareTo)
                .orElse(Step.NONE);
    }
}
