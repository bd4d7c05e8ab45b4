package io.github.triggerapi.contract.report;

import io.github.triggerapi.contract.report.Row.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not tried, and what each check did with each operation. */
final class HtmlDetails {

    /** Up to so many places of a note are in sight at once. */
    private static final int FEW = 3;

    private final List<Row> rows;
    private final Markup out;

    HtmlDetails(List<Row> rows, Markup out) {
        this.rows = rows;
        this.out = out;
    }

    /** Where a note was made. */
    record Place(Row row, Cell cell) {}

    /** Every note, and where it was made: many operations share one. */
    static Map<String, List<Place>> notes(List<Row> rows) {
        Map<String, List<Place>> notes = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Cell cell : row.cells()) {
                cell.result().notes().stream()
                        .distinct()
                        .forEach(note -> notes.computeIfAbsent(note, any -> new ArrayList<>())
                                .add(new Place(row, cell)));
            }
        }
        return notes;
    }

    void write() {
        out.open("section", "id", "notes").element("h2", "What was not tried, and why");
        Map<String, List<Place>> notes = notes(rows);
        if (notes.isEmpty()) {
            out.element("p", "Nothing was left out.");
        }
        notes.forEach(this::note);
        out.closeLine();
        out.open("section", "id", "details").element("h2", "Details of each check");
        rows.forEach(this::row);
        out.closeLine();
    }

    private void note(String note, List<Place> places) {
        out.open("div", "class", "note").element("p", note, "class", "text");
        out.open("details", "open", places.size() <= FEW ? "open" : "");
        out.element("summary", "in " + Words.count(places.size(), "place")).open("ul");
        for (Place place : places) {
            out.open("li").open("a", "href", "#" + place.cell().id());
            out.path(place.row().name()).close();
            out.text(" ")
                    .element("span", place.cell().result().check(), "class", "check")
                    .closeLine();
        }
        out.close().close().closeLine();
    }

    private void row(Row row) {
        out.open("article", "id", row.id(), "tabindex", "-1");
        out.open("h3").path(row.name()).close();
        if (row.cells().isEmpty()) {
            out.element("p", Row.UNCHECKED).closeLine();
            return;
        }
        out.open("ul", "class", "cells");
        row.cells().forEach(this::cell);
        out.close().closeLine();
    }

    private void cell(Cell cell) {
        CheckResult result = cell.result();
        out.open("li", "id", cell.id(), "tabindex", "-1").open("p");
        out.element("span", result.check(), "class", "check").text(" ");
        out.element("b", cell.outcome().label(), "class", cell.outcome().word()).close();
        out.element("p", Words.count(result.cases(), "case") + " in " + Words.duration(result.took()));
        link(cell, false, "problem");
        link(cell, true, "fault");
        if (!result.notes().isEmpty()) {
            out.open("ul", "class", "notes");
            result.notes().forEach(note -> out.element("li", note, "class", "text"));
            out.close();
        }
        out.closeLine();
    }

    private void link(Cell cell, boolean ofDocument, String noun) {
        int count = cell.problems(ofDocument).size();
        if (count > 0) {
            String text = Words.count(count, noun) + (ofDocument ? " of the document" : "");
            out.open("p").element("a", text, "href", "#" + HtmlProblems.id(cell, ofDocument));
            out.close();
        }
    }
}
