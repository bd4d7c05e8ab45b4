package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Effect;
import io.github.triggerapi.update.report.Changelog.Heading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a changelog is to say of a revision: a few lines in the form of Keep a Changelog. */
public final class ChangelogEntry {

    /** So many breaking changes have a line each. */
    private static final int EACH = 5;

    /** In characters. */
    private static final int TEXT = 300;

    private final Map<Heading, List<String>> items = new EnumMap<>(Heading.class);

    private ChangelogEntry() {}

    public static ChangelogEntry of(UpdateReport report) {
        ChangelogEntry entry = new ChangelogEntry();
        List<Change> changes = report.comparison().changes();
        entry.breaking(changes.stream()
                .filter(change -> change.effect() == Effect.BREAKING)
                .toList());
        entry.compatible(changes.stream()
                .filter(change -> change.effect() == Effect.COMPATIBLE)
                .toList());
        entry.prose(changes.stream()
                .filter(change -> change.effect() == Effect.NONE)
                .count());
        return entry;
    }

    private void breaking(List<Change> changes) {
        changes.stream().limit(EACH).forEach(change -> add(heading(change), "**Breaking**" + sentence(change)));
        byHeading(changes.stream().skip(EACH).toList())
                .forEach((heading, more) -> condensed(more).forEach(item -> add(heading, "**Breaking**: " + item)));
    }

    private static String sentence(Change change) {
        boolean callers = change.callers().effect() == Effect.BREAKING;
        boolean implementers = change.implementers().effect() == Effect.BREAKING;
        String whom = callers && implementers ? "" : callers ? " for callers" : " for implementers";
        String reason =
                callers ? change.callers().reason() : change.implementers().reason();
        return whom + ": " + text(change.what()) + " at " + place(change.pointer()) + ": " + text(reason) + ".";
    }

    private void compatible(List<Change> changes) {
        byHeading(changes).forEach((heading, some) -> condensed(some).forEach(item -> add(heading, item)));
    }

    private void prose(long count) {
        if (count > 0) {
            add(Heading.CHANGED, "The prose of the document, in " + TextFormat.count(count, "place") + ".");
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

    /** Something new in what was there before is no new thing. */
    private static Heading heading(Change change) {
        if (!PointerSubject.of(change.pointer()).whole()) {
            return Heading.CHANGED;
        }
        return switch (change.kind()) {
            case ADDED -> Heading.ADDED;
            case CHANGED -> Heading.CHANGED;
            case REMOVED -> Heading.REMOVED;
        };
    }

    private static List<String> condensed(List<Change> changes) {
        return PointerSubject.condensed(changes, ChangelogEntry::place).stream()
                .map(item -> item + ".")
                .toList();
    }

    private static String place(String text) {
        return Markdown.code(TextFormat.ends(PrintableLine.of(text), TEXT));
    }

    private static String text(String text) {
        return Markdown.text(TextFormat.start(PrintableLine.of(text), TEXT));
    }

    /**
     * Demands that a changelog has a place for an entry.
     *
     * @throws RejectedRevisionException where it has none
     */
    public static void demandPlace(String changelog) {
        new Changelog(changelog);
    }

    /** A changelog with this in it, under what is not released yet; all else as it was, byte for byte. */
    public String insertedInto(String changelog) {
        return new Changelog(changelog).with(items);
    }

    /** The sections in Markdown; empty where there is nothing to say. */
    @Override
    public String toString() {
        return items.entrySet().stream()
                .map(section ->
                        section.getKey() + "\n\n" + String.join("\n", Changelog.lines(section.getValue())) + "\n")
                .collect(Collectors.joining("\n"));
    }
}
