package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.report.Changelog.Heading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entry of the changelog for a revision, in the format of Keep a Changelog. */
public final class ChangelogEntry {

    /** The number of breaking changes with a line of their own. */
    private static final int EACH = 5;

    /** In characters. */
    private static final int TEXT = 300;

    private final Map<Heading, List<String>> items = new EnumMap<>(Heading.class);

    private ChangelogEntry() {}

    public static ChangelogEntry of(UpdateReport report) {
        ChangelogEntry entry = new ChangelogEntry();
        entry.breaking(report.comparison().changes(Severity.BREAKING));
        entry.compatible(report.comparison().changes(Severity.COMPATIBLE));
        entry.prose(report.comparison().changes(Severity.NONE).size());
        return entry;
    }

    private void breaking(List<Change> changes) {
        changes.stream().limit(EACH).forEach(change -> add(heading(change), "**Breaking**" + sentence(change)));
        byHeading(changes.stream().skip(EACH).toList())
                .forEach((heading, more) -> condensed(more).forEach(item -> add(heading, "**Breaking**: " + item)));
    }

    private static String sentence(Change change) {
        boolean callers = change.callers().severity() == Severity.BREAKING;
        boolean implementers = change.implementers().severity() == Severity.BREAKING;
        String side = callers && implementers ? "" : callers ? " for callers" : " for implementers";
        String reason =
                callers ? change.callers().reason() : change.implementers().reason();
        return side + ": " + text(change.what()) + " at " + place(change.pointer()) + ": " + text(reason) + ".";
    }

    private void compatible(List<Change> changes) {
        byHeading(changes).forEach((heading, some) -> condensed(some).forEach(item -> add(heading, item)));
    }

    private void prose(long count) {
        if (count > 0) {
            add(
                    Heading.CHANGED,
                    "Descriptions in the OpenAPI document, in " + ReportFormat.count(count, "place") + ".");
        }
    }

    private void add(Heading heading, String item) {
        items.computeIfAbsent(heading, key -> new ArrayList<>()).add(item);
    }

    private static Map<Heading, List<Change>> byHeading(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        ChangelogEntry::heading, () -> new EnumMap<>(Heading.class), Collectors.toList()));
    }

    /** Returns the heading; an addition to an existing schema or operation counts as a change. */
    private static Heading heading(Change change) {
        if (!PointerDescription.of(change.pointer()).whole()) {
            return Heading.CHANGED;
        }
        return switch (change.kind()) {
            case ADDED -> Heading.ADDED;
            case CHANGED -> Heading.CHANGED;
            case REMOVED -> Heading.REMOVED;
        };
    }

    private static List<String> condensed(List<Change> changes) {
        return PointerDescription.condensed(changes, ChangelogEntry::place).stream()
                .map(item -> item + ".")
                .toList();
    }

    private static String place(String text) {
        return Markdown.code(ReportFormat.ends(PrintableLine.of(text), TEXT));
    }

    private static String text(String text) {
        return Markdown.text(ReportFormat.start(PrintableLine.of(text), TEXT));
    }

    /**
     * Checks that an entry can be added to a changelog.
     *
     * @throws RejectedRevisionException if there is no section for unreleased changes
     */
    public static void checkHasPlace(String changelog) {
        new Changelog(changelog);
    }

    /** Returns a changelog with this entry added to the unreleased changes; all else stays the same. */
    public String insertedInto(String changelog) {
        return new Changelog(changelog).with(items);
    }

    /** Returns the sections in Markdown; empty if there are none. */
    @Override
    public String toString() {
        return items.entrySet().stream()
                .map(section ->
                        section.getKey() + "\n\n" + String.join("\n", Changelog.lines(section.getValue())) + "\n")
                .collect(Collectors.joining("\n"));
    }
}
