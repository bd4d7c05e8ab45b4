package io.github.triggerapi.contract.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results of all checks of an operation, or of the document as a whole.
 *
 * @param id the fragment identifier of the row
 * @param name method and path of the operation
 * @param cells the result of each check, in the order in which the checks ran
 * @param columns for each check of the report its cells in this row
 */
record OperationRow(String id, String name, List<Cell> cells, List<Column> columns) {

    private static final String WHOLE_DOCUMENT = "The document as a whole";

    /** The cells of one check; empty if the check does not apply to the row. */
    record Column(List<Cell> cells) {}

    /**
     * The result of a check.
     *
     * @param id the fragment identifier of the cell
     */
    record Cell(String id, CheckResult result) {

        CheckStatus status() {
            return CheckStatus.of(result);
        }

        String cases() {
            return PageView.count(result.cases(), "case");
        }

        String duration() {
            return PageView.duration(result.took());
        }

        List<Problem> problems(boolean inDocument) {
            return result.problems().stream()
                    .filter(problem -> problem.inDocument() == inDocument)
                    .toList();
        }

        String problemsId(boolean inDocument) {
            return (inDocument ? "errors-" : "problems-") + id;
        }

        /** Returns the fragment identifier of the problems, or of the cell if there are none. */
        String target() {
            return switch (status()) {
                case FAILED -> problemsId(false);
                case DOCUMENT_ERROR -> problemsId(true);
                case PASSED, SKIPPED -> id;
            };
        }

        /** Returns links to the problems and to the document errors of this cell. */
        List<PageView.Link> links() {
            List<PageView.Link> links = new ArrayList<>();
            for (boolean inDocument : new boolean[] {false, true}) {
                int count = problems(inDocument).size();
                if (count > 0) {
                    String noun = inDocument ? "document error" : "problem";
                    links.add(new PageView.Link(problemsId(inDocument), PageView.count(count, noun), ""));
                }
            }
            return links;
        }
    }

    /** Returns the row of the document as a whole, followed by a row for each operation. */
    static List<OperationRow> of(GateReport report) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        cells.put("", new ArrayList<>());
        report.operations().forEach(operation -> cells.put(operation, new ArrayList<>()));
        int number = 0;
        for (CheckResult result : report.results()) {
            cells.computeIfAbsent(result.operation(), operation -> new ArrayList<>())
                    .add(new Cell("check" + number++, result));
        }
        List<OperationRow> rows = new ArrayList<>();
        cells.forEach((operation, own) -> rows.add(new OperationRow(
                "row" + rows.size(),
                operation.isEmpty() ? WHOLE_DOCUMENT : operation,
                List.copyOf(own),
                report.checks().stream()
                        .map(check -> new Column(own.stream()
                                .filter(cell -> cell.result().check().equals(check))
                                .toList()))
                        .toList())));
        return rows;
    }

    /** Returns the name split before each slash, where a line may be broken. */
    List<String> path() {
        return List.of(name.split("(?=/)"));
    }

    /** Returns the name in lower case, for the filter of the page. */
    String filterText() {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean failed() {
        return cells.stream().anyMatch(cell -> cell.status() == CheckStatus.FAILED);
    }

    boolean unchecked() {
        return cells.isEmpty();
    }

    int columnCount() {
        return Math.max(1, columns.size());
    }
}
