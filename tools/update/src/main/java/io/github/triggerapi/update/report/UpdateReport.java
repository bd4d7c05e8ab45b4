package io.github.triggerapi.update.report;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an update.
 *
 * @param before the vendored document
 * @param after the new revision
 * @param date the date on which the new revision was read
 * @param warnings problems of the document that do not prevent the update
 * @param build null if nothing was built
 * @param outcome what was done with the revision
 */
public record UpdateReport(
        Document before,
        Document after,
        LocalDate date,
        List<String> warnings,
        Comparison comparison,
        @Nullable BuildResult build,
        Outcome outcome) {

    public UpdateReport {
        warnings = List.copyOf(warnings);
    }

    /** Returns the title of a pull request. It contains no text of the document. */
    public String title() {
        return "Update the OpenAPI document with " + Summary.gravest(comparison);
    }

    /** Returns the label of a pull request: {@code breaking} or {@code compatible}. */
    public String label() {
        return comparison.increment() == VersionIncrement.MAJOR ? "breaking" : "compatible";
    }

    /**
     * The properties of a revision.
     *
     * @param source the URLs or files that it was read from
     * @param operations the number of operations
     */
    public record Document(String source, String title, String version, String sha256, int operations) {}

    /** What was done with a revision. */
    public enum Outcome {
        /** The repository has the revision, which is compatible. */
        UPDATED,
        /** The repository has the revision, which breaks users, because that was accepted. */
        UPDATED_BREAKING,
        /** The revision breaks users. */
        REJECTED_BREAKING,
        /** The revision breaks no users, but requires edits of handwritten code in this repository. */
        REJECTED_MANUAL_EDITS,
        /** The build failed because of a defect of this project. */
        REJECTED_DEFECT
    }
}
