package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.mutation.DistinguishingMessages.BrokenMessages;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a change, and the expected one.
 *
 * @param found null if the update command rejects the revision
 * @param brokenMessages messages that show what the change breaks
 * @param trouble why the revision is rejected, or the exception of the comparison; empty otherwise
 */
record VerdictLine(
        RevisionPair change,
        ExpectedVerdict expected,
        @Nullable Found found,
        BrokenMessages brokenMessages,
        String trouble) {

    /** The greatest effect on each side, and the version increment. */
    record Found(Severity callers, Severity implementers, VersionIncrement increment, List<Change> changes) {

        static final Found NOTHING = new Found(Severity.NONE, Severity.NONE, VersionIncrement.NONE, List.of());

        static Found of(Comparison comparison) {
            return new Found(
                    greatest(comparison, Change::callers),
                    greatest(comparison, Change::implementers),
                    comparison.increment(),
                    comparison.changes());
        }

        private static Severity greatest(Comparison comparison, Function<Change, Verdict> side) {
            return comparison.changes().stream()
                    .map(side)
                    .map(Verdict::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.NONE);
        }

        /** Returns whether the increment follows from the greater effect. A change of prose is a patch; a change of order is none. */
        private boolean isConsistent() {
            Severity severity = callers.compareTo(implementers) >= 0 ? callers : implementers;
            return switch (severity) {
                case BREAKING -> increment == VersionIncrement.MAJOR;
                case COMPATIBLE -> increment == VersionIncrement.MINOR;
                case NONE -> increment == VersionIncrement.PATCH || increment == VersionIncrement.NONE;
            };
        }

        @Override
        public String toString() {
            return (callers + "/" + implementers).toLowerCase(Locale.ROOT);
        }
    }

    String operator() {
        return change.operator();
    }

    /** Returns the same change with the verdict of another comparison. */
    VerdictLine with(Comparison comparison) {
        return found == null ? this : new VerdictLine(change, expected, Found.of(comparison), brokenMessages, "");
    }

    boolean isRejected() {
        return found == null;
    }

    boolean isProse() {
        return change.mutant().operator().prose();
    }

    /** Returns whether the verdict is as expected, and no message contradicts it. */
    boolean isRight() {
        return found == null
                || trouble.isEmpty()
                        && expected.allows(found.callers(), found.implementers())
                        && found.isConsistent()
                        && (!isBroken(brokenMessages.callers()) || found.callers() == Severity.BREAKING)
                        && (!isBroken(brokenMessages.implementers()) || found.implementers() == Severity.BREAKING);
    }

    private static boolean isBroken(String message) {
        return !message.isEmpty();
    }

    /** Returns whether one side breaks on the wire only, and no message shows it. */
    boolean lacksBrokenMessage() {
        return found != null
                && !expected.code()
                && (found.callers() == Severity.BREAKING && !isBroken(brokenMessages.callers())
                        || found.implementers() == Severity.BREAKING && !isBroken(brokenMessages.implementers()));
    }

    boolean hasBrokenMessage() {
        return isBroken(brokenMessages.callers()) || isBroken(brokenMessages.implementers());
    }

    @Override
    public String toString() {
        return String.join(
                "\t",
                change.operator(),
                change.mutant().change().target().pointer(),
                change.mutant().change().description(),
                found == null ? "rejected" : found.toString(),
                found == null ? "" : found.increment().toString(),
                "expected " + expected,
                isRight() ? "" : "WRONG" + (found == null ? "" : found.changes()),
                trouble,
                brokenMessages.callers(),
                brokenMessages.implementers());
    }
}
