package io.github.triggerapi.contract.report;

import io.github.triggerapi.contract.report.OperationRow.Cell;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values that the page template refers to by name. */
final class PageView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    /** Up to this number of entries, collapsible details are shown expanded. */
    private static final int FEW = 3;

    private final GateReport report;
    final List<OperationRow> rows;

    PageView(GateReport report) {
        this.report = report;
        this.rows = OperationRow.of(report);
    }

    /** A name with a value. */
    record Fact(String name, String value) {}

    /** A link to a section of the page with the number of its entries. */
    record Link(String id, String name, String count) {}

    /** The problems of all checks, or the errors of the document that they found. */
    record Section(String id, String title, String intro, List<Group> groups) {}

    /** The problems of one check of one operation. */
    record Group(String id, OperationRow row, String check, List<Problem> problems) {}

    /** A note with the cells that it applies to. */
    record Note(String text, List<NotedCell> cells) {

        boolean few() {
            return cells.size() <= FEW;
        }

        String count() {
            return PageView.count(cells.size(), "check");
        }
    }

    /** A cell with the row that contains it. */
    record NotedCell(OperationRow row, Cell cell) {}

    String title() {
        return report.title() + " " + report.version();
    }

    String verdict() {
        return report.passed() ? "Passed" : "Failed";
    }

    String sign() {
        return report.passed() ? "✓" : "✗";
    }

    String mood() {
        return report.passed() ? "passed" : "failed";
    }

    String reason() {
        StringBuilder reason = new StringBuilder();
        if (problems() > 0) {
            reason.append(count(problems(), "problem")).append(" in ").append(failedRows());
        } else {
            reason.append(report.passed() ? "All cases agree with the document" : "No case was run");
        }
        long unchecked = rows.stream().skip(1).filter(OperationRow::unchecked).count();
        if (unchecked > 0) {
            reason.append(". No check covered ").append(count(unchecked, "operation"));
        }
        if (documentErrors() > 0) {
            reason.append(". The document itself contains ")
                    .append(count(documentErrors(), "error"))
                    .append(", which does not affect the verdict");
        }
        return reason.append('.').toString();
    }

    private String failedRows() {
        long operations = rows.stream().skip(1).filter(OperationRow::failed).count();
        String all = count(report.operations().size(), "operation");
        List<String> places = new ArrayList<>();
        if (operations > 0) {
            places.add(operations + " of " + all);
        }
        if (rows.get(0).failed()) {
            places.add("the document as a whole");
        }
        return String.join(" and in ", places);
    }

    private long documentErrors() {
        return report.problems().stream().filter(Problem::inDocument).count();
    }

    private long problems() {
        return report.problems().size() - documentErrors();
    }

    List<Fact> counts() {
        return List.of(
                new Fact(
                        report.operations().size() == 1 ? "operation" : "operations",
                        number(report.operations().size())),
                new Fact("cases", number(report.cases())),
                new Fact(problems() == 1 ? "problem" : "problems", number(problems())),
                new Fact(documentErrors() == 1 ? "document error" : "document errors", number(documentErrors())));
    }

    List<Fact> facts() {
        return List.of(
                new Fact("Document", report.title() + ", version " + report.version()),
                new Fact("SHA-256 digest", report.digest()),
                new Fact("Drift mutants", report.mutants().replaceFirst("^mutants: ", "")),
                new Fact("Started", TIME.format(report.started().atOffset(ZoneOffset.UTC))),
                new Fact("Duration", duration(report.took())),
                new Fact("Random seed", Long.toString(report.seed())));
    }

    List<Link> links() {
        return List.of(
                new Link("problems", "Problems", number(problems())),
                new Link("document-errors", "Document errors", number(documentErrors())),
                new Link("matrix", "Operations and checks", number(rows.size() - 1L)),
                new Link("notes", "Skipped", number(notes().size())),
                new Link("details", "Details", number(report.results().size())));
    }

    List<Section> sections() {
        return List.of(
                new Section("problems", "Problems", problems() == 0 ? "None." : "", groups(false)),
                new Section(
                        "document-errors",
                        "Document errors",
                        documentErrors() == 0
                                ? "None."
                                : "The document contradicts itself here, so no code can be correct. The owner of the"
                                        + " document can correct it.",
                        groups(true)));
    }

    private List<Group> groups(boolean inDocument) {
        List<Group> groups = new ArrayList<>();
        for (OperationRow row : rows) {
            for (Cell cell : row.cells()) {
                List<Problem> problems = cell.problems(inDocument);
                if (!problems.isEmpty()) {
                    groups.add(new Group(
                            cell.problemsId(inDocument), row, cell.result().check(), problems));
                }
            }
        }
        return groups;
    }

    /** Whether the messages of all problems are shown expanded. */
    boolean expanded() {
        return report.problems().size() <= FEW;
    }

    CheckStatus[] statuses() {
        return CheckStatus.values();
    }

    List<String> checks() {
        return report.checks();
    }

    List<Note> notes() {
        Map<String, List<NotedCell>> notes = new LinkedHashMap<>();
        for (OperationRow row : rows) {
            for (Cell cell : row.cells()) {
                cell.result().notes().stream()
                        .distinct()
                        .forEach(note -> notes.computeIfAbsent(note, any -> new ArrayList<>())
                                .add(new NotedCell(row, cell)));
            }
        }
        return notes.entrySet().stream()
                .map(note -> new Note(note.getKey(), note.getValue()))
                .toList();
    }

    /** Formats a count with its noun, adding an s to the noun unless the count is 1. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
