package io.github.triggerapi.update.report;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say of a revision.
 *
 * @param before the document that was vendored
 * @param after the one that was read
 * @param date the day on which it was read
 * @param warnings the faults of the document itself, a line each
 * @param build null where nothing was built
 * @param outcome what was done with it
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

    /** The title of a pull request: words and numbers of this project's own, whatever the document says. */
    public String title() {
        return "Take in a revision of the document with " + Summary.gravest(comparison);
    }

    /** The label of a pull request: {@code breaking} or {@code compatible}. */
    public String label() {
        return comparison.increment() == VersionIncrement.MAJOR ? "breaking" : "compatible";
    }

    /**
     * A revision in short.
     *
     * @param source where it was read
     * @param operations how many there are
     */
    public record Document(String source, String title, String version, String sha256, int operations) {}

    /** What was done with a revision. */
    public enum Outcome {
        /** It is vendored now. */
        UPDATED,
        /** It is vendored now although it breaks users, as that was asked for. */
        UPDATED_BREAKING,
        /** It breaks users, and nobody said that it may. */
        REJECTED_BREAKING,
        /** It breaks nobody, but code by hand in this repository does not fit it. */
        REJECTED_MANUAL_EDITS,
        /** Code that was generated from it, or this project, is at fault. */
        REJECTED_DEFECT
    }
}
