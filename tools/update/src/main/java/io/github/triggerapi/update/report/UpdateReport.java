package io.github.triggerapi.update.report;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import java.time.LocalDate;
import java.util.List;

/**
 * The report of an update.
 *
 * @param before the vendored spec
 * @param after the new revision
 * @param date the date on which the new revision was read
 * @param warnings problems of the spec that do not prevent the update
 * @param described operations that the supplement described, and the new revision describes
 * @param outcome what was done with the revision
 */
public record UpdateReport(
        Document before,
        Document after,
        LocalDate date,
        List<String> warnings,
        List<String> described,
        Comparison comparison,
        BuildResult build,
        Outcome outcome) {

    public UpdateReport {
        warnings = List.copyOf(warnings);
        described = List.copyOf(described);
    }

    /** Returns the title of a pull request. It contains no text of the spec. */
    public String title() {
        return "Update the OpenAPI document with " + Summary.mostSevere(comparison);
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
        UPDATED(
                "good",
                "Updated",
                "The repository has the new revision, which is compatible with existing code of users."),
        UPDATED_BREAKING(
                "breaking",
                "Updated, breaking",
                "The repository has the new revision, which breaks users, because of --accept-breaking."),
        REJECTED_BREAKING("breaking", "Rejected: breaking", "The new revision breaks users. Nothing was changed."),
        REJECTED_MANUAL_EDITS(
                "breaking",
                "Rejected: manual edits required",
                "The new revision is compatible for users, but handwritten code in this repository must be edited."
                        + " Nothing was changed."),
        REJECTED_DEFECT(
                "bad",
                "Rejected: defect",
                "The build with the new revision failed because of a defect of this project. Nothing was changed.");

        private final String mood;
        private final String headline;
        private final String sentence;

        Outcome(String mood, String headline, String sentence) {
            this.mood = mood;
            this.headline = headline;
            this.sentence = sentence;
        }

        /** Returns {@code good}, {@code breaking} or {@code bad}. */
        public String mood() {
            return mood;
        }

        /** Returns the outcome in a few words. */
        public String headline() {
            return headline;
        }

        /** Returns the outcome in a sentence. */
        public String sentence() {
            return sentence;
        }

        /** Returns whether the repository has the revision. */
        public boolean isUpdated() {
            return this == UPDATED || this == UPDATED_BREAKING;
        }
    }
}
