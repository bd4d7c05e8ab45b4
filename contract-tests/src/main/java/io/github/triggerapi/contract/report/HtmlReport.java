package io.github.triggerapi.contract.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The report of a gate as one page of HTML, which needs nothing beside itself. */
public final class HtmlReport {

    private final GateReport report;
    private final List<Row> rows;
    private final Markup out;

    private HtmlReport(GateReport report, Markup out) {
        this.report = report;
        this.rows = Row.of(report);
        this.out = out;
    }

    /**
     * Writes the page over what is there.
     *
     * @param file where to; its folder is made if there is none
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(GateReport report, Path file) {
        Markup.write(file, out -> new HtmlReport(report, out).page());
    }

    private void page() {
        out.prolog("<!DOCTYPE html>").open("html", "lang", "en");
        head();
        out.open("body");
        out.element("a", "Skip to the results", "class", "skip", "href", "#results")
                .text("\n");
        header();
        out.open("main", "id", "results", "tabindex", "-1");
        new HtmlProblems(rows, out).write();
        new HtmlMatrix(report.checks(), rows, out).write();
        new HtmlDetails(rows, out).write();
        out.closeLine().raw("script", resource("report.js")).close().close();
    }

    private void head() {
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.element("title", verdict() + ": " + report.title() + " " + report.version() + " – contract gate");
        out.raw("style", resource("report.css")).closeLine();
    }

    private void header() {
        out.open("header").element("p", "Contract gate", "class", "kind");
        out.element("h1", report.title() + " " + report.version());
        out.open("div", "class", report.passed() ? "verdict passed" : "verdict failed");
        out.open("p").element("strong", (report.passed() ? "✓ " : "✗ ") + verdict());
        out.text(" " + reason()).close().closeLine();
        out.element(
                "p",
                "The gate compares an OpenAPI document with the code that was generated from it: it reads the code, and"
                        + " sends requests and answers through it. Each check tries a number of cases on each"
                        + " operation. Drift mutants are changes of the document, made to see that they are noticed.");
        counts();
        run();
        links();
        out.closeLine();
    }

    private String verdict() {
        return report.passed() ? "Passed" : "Failed";
    }

    private String reason() {
        if (problems() > 0) {
            return Words.count(problems(), "problem") + " in " + failed() + "." + unchecked() + ofDocument();
        }
        String tried = report.passed() ? "All that was tried agrees with the document." : "Nothing was tried.";
        return tried + unchecked() + ofDocument();
    }

    private String failed() {
        long operations = rows.stream().skip(1).filter(Row::failed).count();
        String all = Words.count(report.operations().size(), "operation");
        String document = rows.get(0).failed() ? "the document as a whole" : "";
        String both = operations > 0 && !document.isEmpty() ? " and in " : "";
        return (operations > 0 ? operations + " of " + all : "") + both + document;
    }

    private String unchecked() {
        long unchecked =
                rows.stream().skip(1).filter(row -> row.cells().isEmpty()).count();
        return unchecked == 0 ? "" : " No check looked at " + Words.count(unchecked, "operation") + ".";
    }

    private String ofDocument() {
        return faults() == 0
                ? ""
                : " The document itself has " + Words.count(faults(), "fault") + ", which the verdict leaves out.";
    }

    private long faults() {
        return report.problems().stream().filter(Problem::ofDocument).count();
    }

    private long problems() {
        return report.problems().size() - faults();
    }

    private void counts() {
        out.open("dl", "class", "counts");
        fact(
                report.operations().size() == 1 ? "operation" : "operations",
                Words.number(report.operations().size()));
        fact("cases tried", Words.number(report.cases()));
        fact(problems() == 1 ? "problem" : "problems", Words.number(problems()));
        fact("faults of the document", Words.number(faults()));
        out.closeLine();
    }

    private void run() {
        out.open("dl", "class", "run");
        fact("Document", report.title() + ", version " + report.version());
        fact("Its SHA-256", report.digest());
        fact("Drift mutants", report.mutants().replaceFirst("^mutants: ", ""));
        out.open("div").element("dt", "Started").open("dd");
        out.element(
                "time",
                Words.time(report.started()),
                "datetime",
                report.started().toString());
        out.close().close();
        fact("Took", Words.duration(report.took()));
        fact("Seed of the random cases", Long.toString(report.seed()));
        out.closeLine();
    }

    private void fact(String name, String value) {
        out.open("div").element("dt", name).element("dd", value).close();
    }

    private void links() {
        out.open("nav", "aria-label", "Parts of this page").open("ul");
        link("#problems", "Problems", problems());
        link("#faults", "Faults of the document", faults());
        link("#matrix", "Operations and checks", rows.size() - 1);
        link("#notes", "Not tried", HtmlDetails.notes(rows).size());
        link("#details", "Details", report.results().size());
        out.close().closeLine();
    }

    private void link(String target, String text, long count) {
        out.open("li")
                .element("a", text, "href", target)
                .text(" (" + Words.number(count) + ")")
                .closeLine();
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
