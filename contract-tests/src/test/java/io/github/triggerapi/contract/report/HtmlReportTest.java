package io.github.triggerapi.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@Isolated("sets the default locale")
class HtmlReportTest {

    @TempDir
    private Path directory;

    @Test
    void headerShowsTheVerdict() throws Exception {
        Map<String, Element> parts = byId(write(SampleReport.everything()));
        String header = header(SampleReport.everything());

        assertThat(header)
                .contains("An API & <more> 2.1")
                .contains("✗ Failed 2 problems in 1 of 3 operations. No check covered 1 operation.")
                .contains("The document itself contains 3 errors, which does not affect the verdict.")
                .contains("0f".repeat(32), "all 7 mutants caught", "2 January 2026, 03:04:05 UTC", "1 min 1 s", "42")
                .contains("1,224", "Problems (2)", "Document errors (3)", "Skipped (3)");
        assertThat(parts.get("problems").getTextContent()).contains("another").doesNotContain("#/info/title");
        assertThat(parts.get("document-errors").getTextContent())
                .contains("#/info/title")
                .doesNotContain("another");
    }

    @Test
    void documentErrorsAloneDoNotFailTheGate() throws Exception {
        CheckResult documentError =
                SampleReport.result("", "document", 3, List.of(SampleReport.DOCUMENT_ERROR), List.of());

        assertThat(header(SampleReport.of(documentError)))
                .contains("✓ Passed All cases agree with the document.", "The document itself contains 1 error,");
    }

    @Test
    void problemOfTheWholeDocumentFailsTheGate() throws Exception {
        CheckResult whole = SampleReport.result("", "code", 3, List.of(SampleReport.OTHER_FAILURE), List.of());
        CheckResult one =
                SampleReport.result(SampleReport.RUNS, "code", 3, List.of(SampleReport.OTHER_FAILURE), List.of());

        assertThat(header(SampleReport.of(whole))).contains("✗ Failed 1 problem in the document as a whole.");
        assertThat(header(SampleReport.of(whole, one)))
                .contains("✗ Failed 2 problems in 1 of 3 operations and in the document as a whole.");
    }

    @Test
    void gateWithoutCasesFails() throws Exception {
        assertThat(header(SampleReport.of())).contains("✗ Failed No case was run.");
        assertThat(header(SampleReport.of(List.of(), List.of()))).contains("✗ Failed No case was run.");
    }

    @Test
    void showsStringsVerbatim() throws Exception {
        Document document = write(SampleReport.everything());

        assertThat(SampleReport.elements(document, "script")).hasSize(1);
        assertThat(SampleReport.elements(document, "pre"))
                .extracting(Element::getTextContent)
                .containsOnlyOnce(
                        "first line\nsecond line " + SampleReport.SHOWN,
                        "POST " + SampleReport.SHOWN,
                        "200\n\n" + SampleReport.SHOWN)
                .contains("#/info/title: " + SampleReport.SHOWN);
        assertThat(byId(document).get("notes").getTextContent()).contains("no curl " + SampleReport.SHOWN);
    }

    @Test
    void tableHasARowPerOperationAndAColumnPerCheck() throws Exception {
        Element table =
                SampleReport.elements(write(SampleReport.everything()), "table").get(0);

        assertThat(texts(table, "tr"))
                .containsExactly(
                        List.of("Operation", "document", "round trips", "samples"),
                        List.of("The document as a whole", "! document error 3 cases", "", ""),
                        List.of(SampleReport.TRIGGER, "", "✗ failed 1,200 cases", "! document error 1 case"),
                        List.of(SampleReport.RUNS, "", "✓ passed 20 cases", "– skipped 0 cases"),
                        List.of(SampleReport.NOTHING, "No check covers this operation."));
        assertThat(SampleReport.elements(table.getOwnerDocument(), "th"))
                .allSatisfy(header -> assertThat(header.getAttribute("scope")).isIn("row", "col"));
    }

    private static List<List<String>> texts(Element table, String name) {
        return SampleReport.elements(table.getOwnerDocument(), name).stream()
                .map(row -> IntStream.range(0, row.getChildNodes().getLength())
                        .mapToObj(i -> row.getChildNodes().item(i).getTextContent())
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "60, 8"})
    void listsEveryOperationWithoutDeadLinks(int operations, int checks) throws Exception {
        GateReport report = SampleReport.large(operations, checks);
        Document document = write(report);

        assertThat(byId(document).get("matrix").getTextContent()).contains(report.operations());
        assertThat(byId(document).get("details").getTextContent()).contains(report.operations());
        assertThat(SampleReport.elements(document, "td")).hasSize(operations * checks + 1);
        links(document);
    }

    @Test
    void linksStayWithinThePage() throws Exception {
        links(write(SampleReport.everything()));

        assertThat(file()).content().doesNotContainPattern("https?:|src=|url\\(|@import");
    }

    private static void links(Document document) {
        Map<String, Element> parts = byId(document);
        assertThat(SampleReport.elements(document, "a"))
                .isNotEmpty()
                .extracting(link -> link.getAttribute("href"))
                .allSatisfy(target -> assertThat(parts).containsKey(target.substring(1)));
    }

    @Test
    void outputDoesNotDependOnTheLocale() throws Exception {
        write(SampleReport.everything());
        String first = Files.readString(file());
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            write(SampleReport.everything());
        } finally {
            Locale.setDefault(before);
        }

        assertThat(file()).hasContent(first);
    }

    private String header(GateReport report) throws Exception {
        return SampleReport.elements(write(report), "header").get(0).getTextContent();
    }

    /** Returns the elements by ID; fails if two elements share one. */
    private static Map<String, Element> byId(Document document) {
        return SampleReport.elements(document, "*").stream()
                .filter(element -> element.hasAttribute("id"))
                .collect(Collectors.toMap(element -> element.getAttribute("id"), element -> element));
    }

    private Path file() {
        return directory.resolve("not/there/report.html");
    }

    private Document write(GateReport report) throws Exception {
        HtmlReport.write(report, file());
        return SampleReport.parse(file());
    }
}
