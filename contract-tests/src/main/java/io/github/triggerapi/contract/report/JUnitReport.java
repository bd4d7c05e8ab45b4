package io.github.triggerapi.contract.report;

import io.github.triggerapi.contract.report.Row.Cell;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report of a gate as JUnit XML, which servers for continuous integration read: a suite for each operation, a test
 * case for each check of it. Faults of the document itself fail no test case; they are in its output.
 */
public final class JUnitReport {

    private final GateReport report;
    private final Markup out;

    private JUnitReport(GateReport report, Markup out) {
        this.report = report;
        this.out = out;
    }

    /**
     * Writes the XML over what is there.
     *
     * @param file where to; its folder is made if there is none
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void write(GateReport report, Path file) {
        Markup.write(file, out -> new JUnitReport(report, out).suites());
    }

    private void suites() {
        List<Row> rows =
                Row.of(report).stream().filter(row -> !row.cells().isEmpty()).toList();
        List<Cell> cells = rows.stream().flatMap(row -> row.cells().stream()).toList();
        out.prolog("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.open("testsuites", "name", report.title() + " " + report.version());
        totals(cells, report.took());
        rows.forEach(this::suite);
        out.close();
    }

    private void totals(List<Cell> cells, Duration took) {
        out.attributes("tests", Integer.toString(cells.size()), "failures", count(cells, Outcome.FAILED));
        out.attributes("errors", "0", "skipped", count(cells, Outcome.SKIPPED), "time", seconds(took));
    }

    private static String count(List<Cell> cells, Outcome outcome) {
        return Long.toString(
                cells.stream().filter(cell -> cell.outcome() == outcome).count());
    }

    /** Times have no zone in this format; all are of UTC. */
    private void suite(Row row) {
        Duration took = row.cells().stream().map(cell -> cell.result().took()).reduce(Duration.ZERO, Duration::plus);
        LocalDateTime started = LocalDateTime.ofInstant(report.started(), ZoneOffset.UTC);
        out.text("\n").open("testsuite", "name", row.name());
        totals(row.cells(), took);
        out.attributes(
                "timestamp", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(started.truncatedTo(ChronoUnit.SECONDS)));
        out.open("properties");
        out.empty("property", "name", "document.sha256", "value", report.digest());
        out.empty("property", "name", "mutants", "value", report.mutants());
        out.empty("property", "name", "seed", "value", Long.toString(report.seed()));
        out.close();
        row.cells().forEach(cell -> testCase(row, cell));
        out.closeLine();
    }

    private void testCase(Row row, Cell cell) {
        CheckResult result = cell.result();
        out.text("\n").open("testcase", "classname", row.name(), "name", result.check());
        out.attributes("time", seconds(result.took()));
        if (cell.outcome() == Outcome.FAILED) {
            failure(cell.problems(false));
        } else if (cell.outcome() == Outcome.SKIPPED) {
            out.empty("skipped", "message", String.join("; ", result.notes()));
        }
        List<String> output = new ArrayList<>(result.notes());
        cell.problems(true).forEach(fault -> output.add("fault of the document itself: " + text(fault)));
        if (!output.isEmpty()) {
            out.element("system-out", String.join("\n", output));
        }
        out.close();
    }

    /** One element for all, as servers read no second one. */
    private void failure(List<Problem> problems) {
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        String first = problems.get(0).message().lines().findFirst().orElse("");
        out.element(
                "failure",
                String.join("\n\n", problems.stream().map(JUnitReport::text).toList()),
                "message",
                first + more,
                "type",
                "problem");
    }

    private static String text(Problem problem) {
        return problem.message()
                + (problem.request().isEmpty() ? "" : "\n\nRequest:\n" + problem.request())
                + (problem.response().isEmpty() ? "" : "\n\nResponse:\n" + problem.response());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }
}
