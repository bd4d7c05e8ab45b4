package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.report.UpdateReport.Document;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The values of a report that templates refer to.
 *
 * @param date on which the new revision was read
 * @param shortened whether entries were left out
 * @param gate the summary of the contract gate
 * @param losses a summary of incompatible changes of the public API; empty if nothing was built
 * @param entry the entry for the changelog; may be empty
 */
record ReportView(
        String title,
        String date,
        Summary summary,
        List<Fact> facts,
        List<Version> versions,
        List<ReportSection> sections,
        boolean shortened,
        String gate,
        String losses,
        String entry) {

    /** The greatest length of a string in the head of a report, in characters. */
    private static final int TEXT = 200;

    /** The length of a shortened digest, in characters. */
    private static final int DIGEST = 12;

    /** A number with its noun. */
    record Fact(String name, String value) {}

    /** One of the two revisions. */
    record Version(String label, String name, String operations, String source, String digest) {}

    /**
     * Returns the values.
     *
     * @param shorten shortens each string of an entry
     */
    static ReportView of(UpdateReport report, UnaryOperator<String> shorten) {
        BuildResult build = report.build();
        return new ReportView(
                name(report.after()),
                report.date().toString(),
                Summary.of(report),
                facts(report),
                List.of(version("Before", report.before()), version("After", report.after())),
                ReportSections.of(report, shorten),
                false,
                build.gate().isEmpty() ? "not reached" : text(build.gate()),
                losses(build),
                ChangelogEntry.of(report).toString());
    }

    private static List<Fact> facts(UpdateReport report) {
        Comparison comparison = report.comparison();
        int prose = comparison.changes(Severity.NONE).size();
        return List.of(
                fact(comparison.changes(Severity.BREAKING).size(), "breaking change"),
                fact(comparison.changes(Severity.COMPATIBLE).size(), "compatible change"),
                new Fact((prose == 1 ? "change" : "changes") + " of descriptions", ReportFormat.number(prose)),
                fact(report.after().operations(), "operation"));
    }

    private static Fact fact(long number, String noun) {
        return new Fact(number == 1 ? noun : ReportFormat.plural(noun), ReportFormat.number(number));
    }

    private static Version version(String label, Document document) {
        return new Version(
                label,
                name(document),
                ReportFormat.count(document.operations(), "operation"),
                text(document.source()),
                PrintableLine.of(document.sha256()
                        .substring(0, Math.min(DIGEST, document.sha256().length()))));
    }

    private static String name(Document document) {
        return text(document.title() + " " + document.version());
    }

    private static String text(String text) {
        return ReportFormat.ends(PrintableLine.of(text), TEXT);
    }

    private static String losses(BuildResult build) {
        int losses = build.incompatibilities().size();
        if (losses > 0) {
            return ReportFormat.count(losses, "incompatible change") + " of the public API of client and server stubs";
        }
        // Code that does not compile cannot be compared.
        return build.isSkipped() || build.gate().isEmpty()
                ? ""
                : "the public API of client and server stubs is compatible";
    }

    /** Returns a copy with other sections. */
    ReportView with(List<ReportSection> other, boolean isShortened) {
        return new ReportView(title, date, summary, facts, versions, other, isShortened, gate, losses, entry);
    }
}
