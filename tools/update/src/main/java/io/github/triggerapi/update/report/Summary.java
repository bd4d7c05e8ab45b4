package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import io.github.triggerapi.update.source.SourceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return !report.build().incompatibilities().isEmpty()
                && report.comparison().changes(Severity.BREAKING).isEmpty();
    }

    private static String why(Comparison comparison) {
        return switch (comparison.increment()) {
            case MAJOR -> agree(comparison.changes(Severity.BREAKING).size(), "change", "breaks", "break") + " users";
            case MINOR ->
                agree(comparison.changes(Severity.COMPATIBLE).size(), "change", "adds", "add")
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

    /** Returns the number of changes of each severity. */
    static String changes(Comparison comparison) {
        return counted(comparison, Change::severity, Severity.BREAKING, Severity.COMPATIBLE, Severity.NONE);
    }

    /** Returns the number of changes of the greatest severity. */
    static String mostSevere(Comparison comparison) {
        return counted(
                comparison,
                Change::severity,
                switch (comparison.increment()) {
                    case MAJOR -> Severity.BREAKING;
                    case MINOR -> Severity.COMPATIBLE;
                    case PATCH, NONE -> Severity.NONE;
                });
    }

    private static String side(Comparison comparison, Function<Change, Verdict> verdict) {
        return counted(comparison, verdict.andThen(Verdict::severity), Severity.BREAKING, Severity.COMPATIBLE);
    }

    private static String counted(Comparison comparison, Function<Change, Severity> severity, Severity... severities) {
        Map<Severity, Long> numbers =
                comparison.changes().stream().collect(Collectors.groupingBy(severity, Collectors.counting()));
        List<String> parts = Stream.of(severities)
                .filter(numbers::containsKey)
                .map(one -> switch (one) {
                    case BREAKING -> ReportFormat.count(numbers.get(one), "breaking change");
                    case COMPATIBLE -> ReportFormat.count(numbers.get(one), "compatible change");
                    case NONE -> ReportFormat.count(numbers.get(one), "change") + " of descriptions";
                })
                .toList();
        return parts.isEmpty() ? "no change" : ReportFormat.list(parts, "and");
    }

    private static List<Next> next(UpdateReport report) {
        int manualEdits = report.build().manualEdits().size();
        List<Next> steps = new ArrayList<>();
        if (report.outcome() == Outcome.REJECTED_DEFECT) {
            steps.add(new Next("Fix the defect, then run the command again:", command(report, "")));
        } else if (!report.outcome().isUpdated()) {
            String edits = manualEdits == 0
                    ? ""
                    : ", after which " + agree(manualEdits, "place", "has", "have") + " to be edited";
            steps.add(new Next("To update anyway" + edits + ":", command(report, " --accept-breaking")));
        } else {
            if (report.build().isSkipped()) {
                steps.add(new Next("Build and test all modules, as nothing was built yet:", "./mvnw verify"));
            } else if (manualEdits > 0) {
                String places = ReportFormat.count(manualEdits, "place");
                steps.add(new Next("Edit " + places + " of handwritten code, then build:", "./mvnw verify"));
            }
            if (report.outcome() == Outcome.UPDATED_BREAKING) {
                steps.add(new Next("Review and commit the changes. The next release must be a major version.", ""));
            } else if (steps.isEmpty()) {
                steps.add(new Next("Review and commit the changes.", ""));
            }
        }
        return steps;
    }

    /** Returns the command for the same revision. Without a source, it reads that of the vendored document. */
    private static String command(UpdateReport report, String option) {
        String source = report.after().source();
        String again = SourceList.of(source).stream()
                .map(location -> quoted(PrintableLine.of(location)))
                .collect(Collectors.joining(" "));
        return COMMAND + option + (source.equals(report.before().source()) ? "" : " " + again);
    }

    /** Quotes a word for a shell. */
    private static String quoted(String word) {
        return word.matches("[\\w./:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
