package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Effect;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import io.github.triggerapi.update.source.SourceLocations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report says in a few sentences.
 *
 * @param mood {@code good}, {@code breaking} or {@code bad}
 * @param headline the outcome in two words or so
 * @param sentence the outcome
 * @param step which number of the version goes up
 * @param why the reason for that
 * @param callers what the revision means to users of the client
 * @param implementers what it means to users of the stubs
 * @param next what is to be done now
 */
record Summary(
        String mood,
        String headline,
        String sentence,
        String step,
        String why,
        String callers,
        String implementers,
        List<Next> next) {

    private static final String COMMAND = "java spec/Update.java";

    /** Something to be done: a sentence, which ends in a colon where a command follows. */
    record Next(String text, String command) {}

    static Summary of(UpdateReport report) {
        Comparison comparison = report.comparison();
        return new Summary(
                mood(report.outcome()),
                headline(report.outcome()),
                sentence(report.outcome()),
                comparison.increment().toString(),
                why(comparison),
                side(comparison, Change::callers),
                side(comparison, Change::implementers),
                next(report));
    }

    private static String mood(Outcome outcome) {
        return switch (outcome) {
            case UPDATED -> "good";
            case UPDATED_BREAKING, REJECTED_BREAKING, REJECTED_MANUAL_EDITS -> "breaking";
            case REJECTED_DEFECT -> "bad";
        };
    }

    private static String headline(Outcome outcome) {
        return switch (outcome) {
            case UPDATED -> "Taken in";
            case UPDATED_BREAKING -> "Taken in, breaking";
            case REJECTED_BREAKING -> "Refused: breaking";
            case REJECTED_MANUAL_EDITS -> "Refused: edits are owed";
            case REJECTED_DEFECT -> "Refused: faulty";
        };
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case UPDATED -> "The new revision is vendored, and what users have written goes on working.";
            case UPDATED_BREAKING -> "The new revision is vendored although it breaks users, by --accept-breaking.";
            case REJECTED_BREAKING ->
                "The new revision breaks users, and nobody said that it may. Nothing was changed.";
            case REJECTED_MANUAL_EDITS ->
                "It breaks no user, but code by hand here does not fit it. Nothing was changed.";
            case REJECTED_DEFECT ->
                "What is generated from it does not pass: a fault of this project. Nothing was changed.";
        };
    }

    /** Whether the changes break nobody, and the code that is generated from them does. */
    static boolean defective(UpdateReport report) {
        BuildResult build = report.build();
        return build != null
                && !build.incompatibilities().isEmpty()
                && count(report.comparison(), Change::effect, Effect.BREAKING) == 0;
    }

    private static String why(Comparison comparison) {
        return switch (comparison.increment()) {
            case MAJOR ->
                agree(count(comparison, Change::effect, Effect.BREAKING), "change", "breaks", "break") + " users";
            case MINOR ->
                agree(count(comparison, Change::effect, Effect.COMPATIBLE), "change", "adds", "add")
                        + " something, and none breaks users";
            case PATCH ->
                "only prose changed, in "
                        + TextFormat.count(comparison.changes().size(), "place");
            case NONE -> "nothing in it means anything else than before";
        };
    }

    /** A number of things with what they do. */
    private static String agree(long number, String noun, String one, String many) {
        return TextFormat.count(number, noun) + " " + (number == 1 ? one : many);
    }

    /** How many changes there are of each effect. */
    static String changes(Comparison comparison) {
        long prose = count(comparison, Change::effect, Effect.NONE);
        List<String> parts = Stream.concat(
                        effects(comparison, Change::effect),
                        prose == 0 ? Stream.empty() : Stream.of(TextFormat.count(prose, "change") + " of prose"))
                .toList();
        return parts.isEmpty() ? "no change" : TextFormat.list(parts, "and");
    }

    /** How many changes there are of the greatest effect. */
    static String gravest(Comparison comparison) {
        return switch (comparison.increment()) {
            case MAJOR -> TextFormat.count(count(comparison, Change::effect, Effect.BREAKING), "breaking change");
            case MINOR -> TextFormat.count(count(comparison, Change::effect, Effect.COMPATIBLE), "compatible change");
            case PATCH, NONE -> changes(comparison);
        };
    }

    private static String side(Comparison comparison, Function<Change, Verdict> verdict) {
        List<String> parts =
                effects(comparison, verdict.andThen(Verdict::effect)).toList();
        return parts.isEmpty() ? "nothing changes" : TextFormat.list(parts, "and");
    }

    private static Stream<String> effects(Comparison comparison, Function<Change, Effect> side) {
        return Stream.concat(
                part(count(comparison, side, Effect.BREAKING), "breaking change"),
                part(count(comparison, side, Effect.COMPATIBLE), "compatible change"));
    }

    private static Stream<String> part(long number, String noun) {
        return number == 0 ? Stream.empty() : Stream.of(TextFormat.count(number, noun));
    }

    static long count(Comparison comparison, Function<Change, Effect> side, Effect effect) {
        return comparison.changes().stream()
                .filter(change -> side.apply(change) == effect)
                .count();
    }

    private static List<Next> next(UpdateReport report) {
        int owed = report.build() == null ? 0 : report.build().manualEdits().size();
        Next build = new Next("Build and test it, as nothing was built from it yet:", "./mvnw verify");
        Next edits = new Next(
                "Edit " + TextFormat.count(owed, "place") + " by hand, then see that all is well:", "./mvnw verify");
        List<Next> first = report.build() == null ? List.of(build) : owed > 0 ? List.of(edits) : List.of();
        return switch (report.outcome()) {
            case UPDATED ->
                !first.isEmpty()
                        ? first
                        : List.of(new Next("Nothing is left to do but to review the changes and to commit them.", ""));
            case UPDATED_BREAKING ->
                Stream.concat(
                                first.stream(),
                                Stream.of(new Next("Commit, and let the next release be a major one.", "")))
                        .toList();
            case REJECTED_BREAKING, REJECTED_MANUAL_EDITS ->
                List.of(new Next(
                        "To take it in all the same"
                                + (owed == 0
                                        ? ""
                                        : ", after which " + agree(owed, "place", "has", "have")
                                                + " to be edited by hand")
                                + ":",
                        command(report, " --accept-breaking")));
            case REJECTED_DEFECT -> List.of(new Next("Mend this project, then try again:", command(report, "")));
        };
    }

    /** The command that reads the new revision again: without a source, it reads that of the revision before. */
    private static String command(UpdateReport report, String option) {
        String source = report.after().source();
        String again = SourceLocations.of(source).stream()
                .map(location -> quoted(PrintableLine.of(location)))
                .collect(Collectors.joining(" "));
        return COMMAND + option + (source.equals(report.before().source()) ? "" : " " + again);
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\w./:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
