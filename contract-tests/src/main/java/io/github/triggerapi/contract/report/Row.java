package io.github.triggerapi.contract.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of an operation, or of the document as a whole.
 *
 * @param id names the row in links
 * @param operation verb and path; empty for the document as a whole
 * @param cells what each check found, in the order in which they ran
 */
record Row(String id, String operation, List<Cell> cells) {

    /** Said of a row without cells. */
    static final String UNCHECKED = "No check looked at this.";

    /**
     * What a check found.
     *
     * @param id names the cell in links
     */
    record Cell(String id, CheckResult result) {

        Outcome outcome() {
            return Outcome.of(result);
        }

        List<Problem> problems(boolean ofDocument) {
            return result.problems().stream()
                    .filter(problem -> problem.ofDocument() == ofDocument)
                    .toList();
        }
    }

    /** The document as a whole, then every operation. */
    static List<Row> of(GateReport report) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        cells.put("", new ArrayList<>());
        report.operations().forEach(operation -> cells.put(operation, new ArrayList<>()));
        int number = 0;
        for (CheckResult result : report.results()) {
            cells.computeIfAbsent(result.operation(), operation -> new ArrayList<>())
                    .add(new Cell("check" + number++, result));
        }
        List<Row> rows = new ArrayList<>();
        cells.forEach((operation, row) -> rows.add(new Row("row" + rows.size(), operation, List.copyOf(row))));
        return rows;
    }

    /** Verb and path, or words for the document as a whole. */
    String name() {
        return operation.isEmpty() ? "The document as a whole" : operation;
    }

    boolean failed() {
        return cells.stream().anyMatch(cell -> cell.outcome() == Outcome.FAILED);
    }
}
