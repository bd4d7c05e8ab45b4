package io.github.triggerapi.update.report;

import io.github.triggerapi.update.compare.Change;
import io.github.triggerapi.update.compare.Effect;
import io.github.triggerapi.update.proof.Proof;
import io.github.triggerapi.update.proof.Proof.Incompatibility;
import io.github.triggerapi.update.proof.Proof.OwedEdit;
import io.github.triggerapi.update.report.Section.Group;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The parts of a report that have something in them, in the order in which people need them. */
final class Sections {

    private static final Proof NOTHING_BUILT = new Proof("", List.of(), List.of(), List.of());

    private final UpdateReport report;
    private final Proof proof;

    private Sections(UpdateReport report) {
        this.report = report;
        this.proof = report.proof() == null ? NOTHING_BUILT : report.proof();
    }

    static List<Section> of(UpdateReport report) {
        Sections sections = new Sections(report);
        return Stream.of(
                        sections.faults(),
                        Section.of("breaking", "Breaking changes", "", false, sections.breaking()),
                        sections.owed(),
                        sections.lost(),
                        Section.of("compatible", "Compatible changes", "", false, sections.compatible()),
                        sections.warnings(),
                        sections.prose())
                .filter(section -> section.size() > 0)
                .toList();
    }

    private List<Group> breaking() {
        return List.of(
                group("For callers and implementers", change -> breaksCallers(change) && breaksImplementers(change)),
                group(
                        "For callers, the users of the client",
                        change -> breaksCallers(change) && !breaksImplementers(change)),
                group(
                        "For implementers, the users of the stubs",
                        change -> !breaksCallers(change) && breaksImplementers(change)));
    }

    private static boolean breaksCallers(Change change) {
        return change.callers().effect() == Effect.BREAKING;
    }

    private static boolean breaksImplementers(Change change) {
        return change.implementers().effect() == Effect.BREAKING;
    }

    private List<Group> compatible() {
        return List.of(
                compatible("New", Change.Kind.ADDED),
                compatible("Changed", Change.Kind.CHANGED),
                compatible("Gone", Change.Kind.REMOVED));
    }

    private Group compatible(String title, Change.Kind kind) {
        return group(title, change -> change.effect() == Effect.COMPATIBLE && change.kind() == kind);
    }

    private Group group(String title, Predicate<Change> which) {
        return new Group(
                title,
                report.comparison().changes().stream()
                        .filter(which)
                        .map(Entry::of)
                        .toList());
    }

    private Section prose() {
        List<Group> groups = List.of(group("", change -> change.effect() == Effect.NONE));
        return Section.of(
                "prose", "Changes of prose", "Descriptions, examples and what else no program notices.", true, groups);
    }

    private Section warnings() {
        return Section.of(
                "warnings",
                "Faults of the document itself",
                "They do not keep it out. Whoever keeps the document can mend them.",
                lines(report.warnings()));
    }

    private Section faults() {
        return Section.of(
                "faults",
                "Faults of this project",
                "No revision may cause these: the generator or the checks are to be mended, not the document.",
                lines(proof.faults()));
    }

    private Section owed() {
        return Section.of(
                "owed",
                "Code to edit by hand",
                "It was written for the revision before and does not fit the new one.",
                proof.owed().stream().map(Sections::owed).toList());
    }

    private Section lost() {
        return Section.of(
                "interface",
                "What the interface of the generated code lost",
                Summary.defective(report)
                        ? "The changes of the document break nobody, yet code that uses what is named here is broken. An"
                                + " additive change that breaks the interface is a defect of this project, not of the"
                                + " document."
                        : "Code that uses what is named here must be changed.",
                proof.incompatibilities().stream().map(Sections::lost).toList());
    }

    private static List<Entry> lines(List<String> lines) {
        return lines.stream().map(Sections::line).toList();
    }

    /** A line, which may begin with a JSON pointer. */
    private static Entry line(String line) {
        int end = line.startsWith("#/") ? line.indexOf(": ") : -1;
        return end < 0 ? Entry.of("", line) : Entry.of(line.substring(0, end), line.substring(end + 2));
    }

    private static Entry owed(OwedEdit edit) {
        return Entry.of(edit.file() + (edit.line() == 0 ? "" : ":" + edit.line()), edit.message());
    }

    private static Entry lost(Incompatibility lost) {
        return Entry.of(
                lost.element(),
                lost.what() + " (" + lost.artefact()
                        + (lost.binary() ? ", compiled code too)" : ", source code only)"));
    }
}
