package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import io.github.triggerapi.update.source.SourceLocations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summary of a report.
 *
 * @param outcome what was done with the revision
 * @param increment the part of the version to increment
 * @param why the reason for that
 * @param callers the effects on users of the client
 * @param implementers the effects on users of the server stubs
 * @param next the next steps
 */
record Summary(Outcome outcome, String increment, String why, String callers, String implementers, List<Next> next) {

    private static final String COMMAND = "java spec/Update.java";

    /** A next step: a sentence, which ends with a colon if a command follows. */
    record Next(String text, String command) {}

    static Summary of(UpdateReport report) {
        Comparison comparison = report.comparison();
        return new Summary(
                report.outcome(),
                comparison.increment().toString(),
                why(comparison),
                side(comparison, Change::callers),
                side(comparison, Change::implementers),
                next(report));
    }

    /** Returns whether the changes are compatible, but not the code that is generated from them. */
    static boolean defective(UpdateReport report) {
        BuildResult build = report.build();
        return build != null
                && !build.incompatibilities().isEmpty()
                && count(report.comparison(), Change::severity, Severity.BREAKING) == 0;
    }

    private static String why(Comparison comparison) {
        return switch (comparison.increment()) {
            case MAJOR ->
                agree(count(comparison, Change::severity, Severity.BREAKING), "change", "breaks", "break") + " users";
            case MINOR ->
                agree(count(comparison, Change::severity, Severity.COMPATIBLE), "change", "adds", "add")
                        + " something, and none breaks users";
            case PATCH ->
                "only descriptions changed, in "
                        + ReportFormat.count(comparison.changes().size(), "place");
            case NONE -> "nothing changed in meaning";
        };
    }

    /** Returns a number with its noun and its verb. */
    private static String agree(long number, String noun, String one, String many) {
        return ReportFormat.count(number, noun) + " " + (number == 1 ? one : many);
    }

    /** Returns the number of changes of each effect. */
    static String changes(Comparison comparison) {
        long prose = count(comparison, Change::severity, Severity.NONE);
        List<String> parts = Stream.concat(
                        effects(comparison, Change::severity),
                        prose == 0
                                ? Stream.empty()
                                : Stream.of(ReportFormat.count(prose, "change") + " of descriptions"))
                .toList();
        return parts.isEmpty() ? "no change" : ReportFormat.list(parts, "and");
    }

    /** Returns the number of changes of the greatest effect. */
    static String gravest(Comparison comparison) {
        return switch (comparison.increment()) {
            case MAJOR -> ReportFormat.count(count(comparison, Change::severity, Severity.BREAKING), "breaking change");
            case MINOR ->
                ReportFormat.count(count(comparison, Change::severity, Severity.COMPATIBLE), "compatible change");
            case PATCH, NONE -> changes(comparison);
        };
    }

    private static String side(Comparison comparison, Function<Change, Verdict> verdict) {
        List<String> parts =
                effects(comparison, verdict.andThen(Verdict::severity)).toList();
        return parts.isEmpty() ? "no change" : ReportFormat.list(parts, "and");
    }

    private static Stream<String> effects(Comparison comparison, Function<Change, Severity> side) {
        return Stream.concat(
                part(count(comparison, side, Severity.BREAKING), "breaking change"),
                part(count(comparison, side, Severity.COMPATIBLE), "compatible change"));
    }

    private static Stream<String> part(long number, String noun) {
        return number == 0 ? Stream.empty() : Stream.of(ReportFormat.count(number, noun));
    }

    static long count(Comparison comparison, Function<Change, Severity> side, Severity severity) {
        return comparison.changes().stream()
                .filter(change -> side.apply(change) == severity)
                .count();
    }

    private static List<Next> next(UpdateReport report) {
        int manualEdits =
                report.build() == null ? 0 : report.build().manualEdits().size();
        Next build = new Next("Build and test all modules, as nothing was built yet:", "./mvnw verify");
        Next edits = new Next(
                "Edit " + ReportFormat.count(manualEdits, "place") + " of handwritten code, then build:",
                "./mvnw verify");
        List<Next> first = report.build() == null ? List.of(build) : manualEdits > 0 ? List.of(edits) : List.of();
        return switch (report.outcome()) {
            case UPDATED -> !first.isEmpty() ? first : List.of(new Next("Review and commit the changes.", ""));
            case UPDATED_BREAKING ->
                Stream.concat(
                                first.stream(),
                                Stream.of(new Next(
                                        "Review and commit the changes. The next release must be a major version.",
                                        "")))
                        .toList();
            case REJECTED_BREAKING, REJECTED_MANUAL_EDITS ->
                List.of(new Next(
                        "To update anyway"
                                + (manualEdits == 0
                                        ? ""
                                        : ", after which " + agree(manualEdits, "place", "has", "have")
                                                + " to be edited")
                                + ":",
                        command(report, " --accept-breaking")));
            case REJECTED_DEFECT ->
                List.of(new Next("Fix the defect, then run the command again:", command(report, "")));
        };
    }

    /** Returns the command for the same revision. Without a source, it reads that of the vendored document. */
    private static String command(UpdateReport report, String option) {
        String source = report.after().source();
        String again = SourceLocations.of(source).stream()
                .map(location -> quoted(PrintableLine.of(location)))
                .collect(Collectors.joining(" "));
        return COMMAND + option + (source.equals(report.before().source()) ? "" : " " + again);
    }

    /** Quotes a word for a shell. */
    private static String quoted(String word) {
        return word.matches("[\\w./:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
