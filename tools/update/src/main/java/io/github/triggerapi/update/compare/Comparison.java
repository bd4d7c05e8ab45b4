package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import java.util.List;

/**
 * The differences between two revisions of the spec.
 *
 * @param changes in the order of the new revision, with removals last
 */
public record Comparison(List<Change> changes) {

    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Compares two valid documents. */
    public static Comparison of(JsonNode before, JsonNode after) {
        return PreviousRevision.of(before).compareTo(after);
    }

    /** Returns the changes of a severity. */
    public List<Change> changes(Severity severity) {
        return changes.stream().filter(change -> change.severity() == severity).toList();
    }

    /** Returns the part of the version that must be incremented for these changes. */
    public VersionIncrement increment() {
        return changes.stream()
                .map(change -> VersionIncrement.of(change.severity()))
                .max(VersionIncrement::compareTo)
                .orElse(VersionIncrement.NONE);
    }
}
