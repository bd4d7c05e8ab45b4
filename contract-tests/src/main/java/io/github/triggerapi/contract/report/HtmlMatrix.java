package io.github.triggerapi.contract.report;

import io.github.triggerapi.contract.report.Row.Cell;
import java.util.List;
import java.util.Locale;

/** The table of operations and checks. */
final class HtmlMatrix {

    private final List<String> checks;
    private final List<Row> rows;
    private final Markup out;

    HtmlMatrix(List<String> checks, List<Row> rows, Markup out) {
        this.checks = checks;
        this.rows = rows;
        this.out = out;
    }

    void write() {
        out.open("section", "id", "matrix").element("h2", "Operations and checks", "id", "matrix-name");
        legend();
        filter();
        // It scrolls by itself, so the keyboard must get at it.
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "matrix-name");
        out.open("table").open("thead").open("tr").element("th", "Operation", "scope", "col");
        checks.forEach(check -> out.element("th", check, "scope", "col"));
        out.close().closeLine().open("tbody");
        rows.forEach(this::row);
        out.close().close().close().closeLine();
    }

    private void legend() {
        out.open("ul", "class", "legend");
        legend(Outcome.PASSED, "all agrees");
        legend(Outcome.FAILED, "something does not agree");
        legend(Outcome.DOCUMENT, "the document itself is at fault");
        legend(Outcome.SKIPPED, "nothing was there to try");
        out.element("li", "empty: not for this row").closeLine();
    }

    private void legend(Outcome outcome, String meaning) {
        out.open("li")
                .element("b", outcome.label(), "class", outcome.word())
                .text(" " + meaning)
                .close();
    }

    /** Hidden until the script that does the work shows it. */
    private void filter() {
        out.open("form", "id", "filter", "hidden", "hidden", "role", "search")
                .open("label")
                .text("Operation has ");
        out.empty("input", "type", "search", "name", "text", "placeholder", "part of the path")
                .close();
        out.open("label")
                .empty("input", "type", "checkbox", "name", "failed")
                .text(" failed only")
                .close();
        out.element("output", " ", "name", "shown").closeLine();
    }

    private void row(Row row) {
        out.open("tr", "data-operation", row.name().toLowerCase(Locale.ROOT), "data-failed", row.failed() ? "yes" : "");
        out.open("th", "scope", "row");
        out.open("a", "href", "#" + row.id()).path(row.name()).close().close();
        if (row.cells().isEmpty()) {
            out.element("td", Row.UNCHECKED, "colspan", Integer.toString(Math.max(1, checks.size())));
            out.closeLine();
            return;
        }
        for (String check : checks) {
            out.open("td");
            row.cells().stream()
                    .filter(cell -> cell.result().check().equals(check))
                    .forEach(this::cell);
            out.close();
        }
        out.closeLine();
    }

    private void cell(Cell cell) {
        Outcome outcome = cell.outcome();
        String target = switch (outcome) {
            case FAILED -> HtmlProblems.id(cell, false);
            case DOCUMENT -> HtmlProblems.id(cell, true);
            case PASSED, SKIPPED -> cell.id();
        };
        out.open("a", "href", "#" + target, "class", outcome.word());
        out.element("b", outcome.label()).text(" ");
        out.element("small", Words.count(cell.result().cases(), "case")).close();
    }
}
