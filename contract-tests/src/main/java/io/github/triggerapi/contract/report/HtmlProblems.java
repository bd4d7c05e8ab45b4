package io.github.triggerapi.contract.report;

import io.github.triggerapi.contract.report.Row.Cell;
import java.util.List;

/** The problems of a page, and apart from them the faults of the document itself. */
final class HtmlProblems {

    /** Up to so many problems, what went over the wire is in sight at once. */
    private static final int FEW = 3;

    private final List<Row> rows;
    private final Markup out;

    HtmlProblems(List<Row> rows, Markup out) {
        this.rows = rows;
        this.out = out;
    }

    /** Where the problems of a check are. */
    static String id(Cell cell, boolean ofDocument) {
        return (ofDocument ? "faults-" : "problems-") + cell.id();
    }

    void write() {
        out.open("section", "id", "problems").element("h2", "Problems");
        if (count(false) == 0) {
            out.element("p", "None.");
        }
        groups(false);
        out.closeLine();
        out.open("section", "id", "faults", "class", "faults").element("h2", "Faults of the document itself");
        out.element(
                "p",
                count(true) == 0
                        ? "None was found."
                        : "Here the document contradicts itself, so that no code could be right. Whoever keeps the document"
                                + " can mend it.");
        groups(true);
        out.closeLine();
    }

    private long count(boolean ofDocument) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(cell -> cell.problems(ofDocument).size())
                .sum();
    }

    private void groups(boolean ofDocument) {
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                if (!cell.problems(ofDocument).isEmpty()) {
                    group(row, cell, ofDocument);
                }
            }
        }
    }

    private void group(Row row, Cell cell, boolean ofDocument) {
        String check = cell.result().check();
        out.open("article", "id", id(cell, ofDocument), "tabindex", "-1").open("h3");
        out.open("a", "href", "#" + row.id()).path(row.name()).close().text(" ");
        out.element("span", check, "class", "check").closeLine();
        for (Problem problem : cell.problems(ofDocument)) {
            out.open("div", "class", "problem").element("pre", problem.message(), "class", "message");
            wire(problem, row.name() + ", " + check);
            out.closeLine();
        }
        out.closeLine();
    }

    private void wire(Problem problem, String where) {
        if (problem.request().isEmpty() && problem.response().isEmpty()) {
            return;
        }
        out.open("details", "open", count(false) + count(true) <= FEW ? "open" : "");
        out.element("summary", "Request and response").open("div", "class", "wire");
        side("Request", problem.request(), where);
        side("Response", problem.response(), where);
        out.close().close();
    }

    private void side(String name, String text, String where) {
        out.open("div").element("h4", name);
        if (text.isEmpty()) {
            out.element("p", "There was none.");
        } else {
            // A long one scrolls by itself, so the keyboard must get at it.
            out.element("pre", text, "tabindex", "0", "role", "region", "aria-label", name + " of " + where);
        }
        out.close();
    }
}
