package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.mutation.WireSamples.Witnesses;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Effect;
import io.github.triggerapi.update.compare.change.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison said of one change, and what it was to say.
 *
 * @param found null where the command refuses the revision
 * @param witnesses messages that show what the change breaks
 * @param trouble why the revision is refused, or the comparison crashed; empty otherwise
 */
record VerdictLine(
        OneChange change, Expected expected, @Nullable Found found, Witnesses witnesses, String trouble) {

    /** The greatest effect of all differences on each side, and the increment that follows. */
    record Found(Effect callers, Effect implementers, VersionIncrement increment, List<Change> changes) {

        static final Found NOTHING = new Found(Effect.NONE, Effect.NONE, VersionIncrement.NONE, List.of());

        static Found of(Comparison comparison) {
            return new Found(
                    greatest(comparison, Change::callers),
                    greatest(comparison, Change::implementers),
                    comparison.increment(),
                    comparison.changes());
        }

        private static Effect greatest(Comparison comparison, Function<Change, Verdict> side) {
            return comparison.changes().stream()
                    .map(side)
                    .map(Verdict::effect)
                    .max(Effect::compareTo)
                    .orElse(Effect.NONE);
        }

        /** Whether the increment is that of the greater effect; prose asks for a patch, or for nothing where only order changes. */
        private boolean isConsistent() {
            Effect effect = callers.compareTo(implementers) >= 0 ? callers : implementers;
            return switch (effect) {
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

    /** The same change, had a comparison said something else of it. */
    VerdictLine with(Comparison comparison) {
        return found == null ? this : new VerdictLine(change, expected, Found.of(comparison), witnesses, "");
    }

    boolean isRefused() {
        return found == null;
    }

    boolean isProse() {
        return change.mutant().operator().prose();
    }

    /** Whether a comparison that did not crash said what was expected, and no message shows otherwise. */
    boolean isRight() {
        return found == null
                || trouble.isEmpty()
                        && expected.allows(found.callers(), found.implementers())
                        && found.isConsistent()
                        && (!isWitnessed(witnesses.callers()) || found.callers() == Effect.BREAKING)
                        && (!isWitnessed(witnesses.implementers()) || found.implementers() == Effect.BREAKING);
    }

    private static boolean isWitnessed(String witness) {
        return !witness.isEmpty();
    }

    /** Whether one side breaks on the wire alone, and no message shows it. */
    boolean lacksWitness() {
        return found != null
                && !expected.code()
                && (found.callers() == Effect.BREAKING && !isWitnessed(witnesses.callers())
                        || found.implementers() == Effect.BREAKING && !isWitnessed(witnesses.implementers()));
    }

    boolean hasWitness() {
        return isWitnessed(witnesses.callers()) || isWitnessed(witnesses.implementers());
    }

    @Override
    public String toString() {
        return String.join(
                "\t",
                change.operator(),
                change.mutant().change().target().pointer(),
                change.mutant().change().text(),
                found == null ? "refused" : found.toString(),
                found == null ? "" : found.increment().toString(),
                "expected " + expected,
                isRight() ? "" : "WRONG" + (found == null ? "" : found.changes()),
                trouble,
                witnesses.callers(),
                witnesses.implementers());
    }
}
