package io.github.triggerapi.update.report;

import io.github.triggerapi.openapi.WorkflowSafeText;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.report.ReportEntry.Reason;
import io.github.triggerapi.update.report.Summary.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.Style;

/** Writes a short report for a terminal, which fits on a screen whatever the size of the revision. */
public final class TerminalReport {

    /** In characters. */
    private static final int WIDTH = 100;

    /** The greatest length of a place, in characters. */
    private static final int PLACE = 60;

    /** The greatest length of an old or new value, in characters. */
    private static final int VALUE = 25;

    /** The number of entries shown in each section. Other sections are left out. */
    private static final Map<String, Integer> SHOWN = Map.of(
            "defects",
            2,
            "breaking",
            3,
            "manual-edits",
            3,
            "interface",
            2,
            "described",
            2,
            "compatible",
            3,
            "warnings",
            0);

    /** Splits an indented string that is too long for a line. */
    private static final Pattern TWO_LINES =
            Pattern.compile("(?s)(?=.{" + (WIDTH - 3) + "})(.{1," + (WIDTH - 4) + "}) (.*)");

    private final UpdateReport report;
    private final ReportView view;
    private final boolean colours;
    private final List<String> lines = new ArrayList<>();

    private TerminalReport(UpdateReport report, boolean colours) {
        this.report = report;
        this.view = ReportView.of(report, UnaryOperator.identity());
        this.colours = colours;
    }

    /**
     * Returns the report, with a line end after each line.
     *
     * @param full the file with the complete report
     * @param colours whether the terminal supports colours
     */
    public static String of(UpdateReport report, String full, boolean colours) {
        TerminalReport text = new TerminalReport(report, colours);
        text.head();
        text.view.sections().forEach(text::section);
        text.foot(full);
        return String.join("\n", text.lines) + "\n";
    }

    private void head() {
        view.versions()
                .forEach(version -> fact(
                        version.label(),
                        version.name() + ", " + version.operations() + ", SHA-256 " + version.digest() + "…"));
        fact("Changes", Summary.changes(report.comparison()));
        fact("Gate", view.gate());
        lines.add("");
    }

    private void section(ReportSection section) {
        if (!SHOWN.containsKey(section.id())) {
            return;
        }
        int shown = SHOWN.get(section.id());
        boolean condensed = section.id().equals("compatible");
        line(Style.bold, section.title() + ": " + section.count() + ofWhich(shown, condensed ? shown : section.size()));
        if (condensed) {
            PointerDescription.condensed(report.comparison().changes(Severity.COMPATIBLE), UnaryOperator.identity())
                    .stream()
                    .limit(shown)
                    .forEach(text -> line(Style.reset, "  " + text));
        } else {
            section.first(shown).groups().forEach(group -> group.entries().forEach(this::entry));
        }
    }

    private static String ofWhich(int shown, int all) {
        if (shown == 0 || shown >= all) {
            return "";
        }
        return ", of which the first" + (shown == 1 ? "" : " " + shown);
    }

    private void entry(ReportEntry entry) {
        if (entry.kind().isEmpty()) {
            String place = entry.place().isEmpty() ? "" : ReportFormat.ends(entry.place(), PLACE) + " ";
            line(Style.reset, "  " + place + entry.text());
            return;
        }
        line(Style.reset, "  " + ReportFormat.ends(entry.place(), WIDTH - 2));
        line(Style.reset, "    " + entry.kind() + ": " + entry.text() + values(entry));
        List<Reason> breaking = entry.reasons().stream()
                .filter(reason -> reason.effect().equals("breaking"))
                .toList();
        if (!breaking.isEmpty()) {
            List<String> sides = breaking.stream()
                    .map(reason -> reason.side().toLowerCase(Locale.ROOT))
                    .toList();
            twoLines("breaks " + ReportFormat.list(sides, "and") + ": "
                    + breaking.get(0).text());
        }
    }

    private void twoLines(String text) {
        Matcher parts = TWO_LINES.matcher(text);
        if (parts.matches()) {
            line(Style.fg_red, "    " + parts.group(1));
            line(Style.fg_red, "    " + parts.group(2));
        } else {
            line(Style.fg_red, "    " + text);
        }
    }

    private static String values(ReportEntry entry) {
        return entry.before().isEmpty() || entry.after().isEmpty()
                ? ""
                : ": " + ReportFormat.ends(entry.before(), VALUE) + " → " + ReportFormat.ends(entry.after(), VALUE);
    }

    private void foot(String full) {
        Summary summary = view.summary();
        lines.add("");
        line(
                tone(report.outcome().mood()),
                report.outcome().headline() + ". " + report.outcome().sentence());
        fact("Version", summary.increment() + ": " + summary.why());
        fact("Report", full);
        summary.next().forEach(this::next);
    }

    private void next(Next next) {
        fact("Next", next.text());
        if (!next.command().isEmpty()) {
            // Not shortened, so that it can be copied.
            lines.add(" ".repeat(9) + next.command());
        }
    }

    private static Style tone(String mood) {
        return switch (mood) {
            case "good" -> Style.fg_green;
            case "breaking" -> Style.fg_yellow;
            default -> Style.fg_red;
        };
    }

    private void fact(String name, String value) {
        line(Style.reset, String.format("%-9s%s", name, value));
    }

    private void line(Style style, String text) {
        String line = ReportFormat.start(WorkflowSafeText.of(text), WIDTH);
        boolean plain = !colours || style == Style.reset;
        lines.add(plain ? line : style.on() + line + style.off());
    }
}
