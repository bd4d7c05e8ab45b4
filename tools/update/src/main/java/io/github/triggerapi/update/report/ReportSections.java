package io.github.triggerapi.update.report;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.report.ReportSection.Group;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Creates the sections of a report, the most important first. Sections without entries are left out. */
final class ReportSections {

    private final UpdateReport report;
    private final BuildResult build;

    private final UnaryOperator<String> shorten;

    private ReportSections(UpdateReport report, UnaryOperator<String> shorten) {
        this.report = report;
        this.shorten = shorten;
        this.build = report.build();
    }

    /**
     * Returns the sections.
     *
     * @param shorten shortens each string of an entry
     */
    static List<ReportSection> of(UpdateReport report, UnaryOperator<String> shorten) {
        return new ReportSections(report, shorten)
                .all()
                .filter(section -> section.size() > 0)
                .toList();
    }

    private Stream<ReportSection> all() {
        return Stream.of(
                ReportSection.of(
                        "defects",
                        "Defects of this project",
                        "The generators or the checks must be fixed, not the OpenAPI document.",
                        lines(build.defects())),
                ReportSection.of("breaking", "Breaking changes", "", false, breaking()),
                ReportSection.of(
                        "manual-edits",
                        "Manual edits",
                        "Handwritten code that does not compile or fails with the new revision.",
                        build.manualEdits().stream().map(this::manualEdit).toList()),
                ReportSection.of(
                        "interface",
                        "Incompatible changes of the generated code",
                        Summary.defective(report)
                                ? "All changes of the OpenAPI document are compatible, so these are defects of this"
                                        + " project, not of the document."
                                : "Code that uses these elements must be changed.",
                        build.incompatibilities().stream()
                                .map(this::incompatibility)
                                .toList()),
                ReportSection.of(
                        "described",
                        "Operations now described upstream",
                        "The description in spec/supplement.yaml is no longer used and can be removed. Move its rules in"
                                + " spec/supplement.client-methods.yaml to spec/trigger-api.client-methods.yaml, or methods"
                                + " of the client are gone.",
                        report.described().stream()
                                .map(operation -> ReportEntry.of(operation, "", shorten))
                                .toList()),
                ReportSection.of("compatible", "Compatible changes", "", false, compatible()),
                ReportSection.of(
                        "warnings",
                        "Problems in the OpenAPI document",
                        "They do not prevent the update. The authors of the document can fix them.",
                        lines(report.warnings())),
                ReportSection.of(
                        "prose",
                        "Changes of descriptions",
                        "Descriptions, examples and other parts that programs do not depend on.",
                        true,
                        List.of(group("", change -> change.severity() == Severity.NONE))));
    }

    private List<Group> breaking() {
        return List.of(
                group("For callers and implementers", change -> breaksCallers(change) && breaksImplementers(change)),
                group(
                        "For callers, the users of the client",
                        change -> breaksCallers(change) && !breaksImplementers(change)),
                group(
                        "For implementers, the users of the server stubs",
                        change -> !breaksCallers(change) && breaksImplementers(change)));
    }

    private static boolean breaksCallers(Change change) {
        return change.callers().severity() == Severity.BREAKING;
    }

    private static boolean breaksImplementers(Change change) {
        return change.implementers().severity() == Severity.BREAKING;
    }

    private List<Group> compatible() {
        return List.of(
                compatible("Added", Change.Kind.ADDED),
                compatible("Changed", Change.Kind.CHANGED),
                compatible("Removed", Change.Kind.REMOVED));
    }

    private Group compatible(String title, Change.Kind kind) {
        return group(title, change -> change.severity() == Severity.COMPATIBLE && change.kind() == kind);
    }

    private Group group(String title, Predicate<Change> which) {
        return new Group(
                title,
                report.comparison().changes().stream()
                        .filter(which)
                        .map(change -> ReportEntry.of(change, shorten))
                        .toList());
    }

    private List<ReportEntry> lines(List<String> lines) {
        return lines.stream().map(this::line).toList();
    }

    /** Returns an entry for a line, which may start with a JSON pointer. */
    private ReportEntry line(String line) {
        int end = line.startsWith("#/") ? line.indexOf(": ") : -1;
        return end < 0
                ? ReportEntry.of("", line, shorten)
                : ReportEntry.of(line.substring(0, end), line.substring(end + 2), shorten);
    }

    private ReportEntry manualEdit(ManualEdit edit) {
        return ReportEntry.of(edit.file() + (edit.line() == 0 ? "" : ":" + edit.line()), edit.message(), shorten);
    }

    private ReportEntry incompatibility(Incompatibility found) {
        return ReportEntry.of(
                found.element(),
                found.what() + " (" + found.artefact() + (found.binary() ? ", source and binary)" : ", source only)"),
                shorten);
    }
}
