package io.github.triggerapi.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.openapi.VisibleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page has the same elements whether the strings in the report are hostile or harmless. */
class HostileTextTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>p()</script><img src=x onerror=p()>",
                "</pre></code></article></section></main></body></html>",
                "</style></title></testcase></testsuite></testsuites>",
                "]]> <![CDATA[ <?p ?> <!DOCTYPE p> <!-- p",
                "&lt; &#64; &p; &amp",
                "' onmouseover='p()' \" onmouseover=\"p()",
                "*/ ${p} {{p}} {@code p} %s %n \\ \\u002a",
                "a\u0000b\u0008c\u001Fd",
                "a\rb\r\nc\nd\te",
                "a\u2028b\u2029c\u0085d",
                "a\u202Eb\u2066c\u200Fd\u061Ce",
                "a\u200Bb\uFEFFc\u00ADd\u2060e\uDB40\uDC41f\u3164g",
                "a\uD800b\uDC00c\uFFFEd\uFFFFe",
                "\u001B[2J\u001B]0;a\u0007b\u009B31m",
                "::add-mask::a\n::set-output name=a::b\n##[add-mask]c",
                "javascript:p()",
                "#problems",
            })
    void hostileTextAddsNoElements(String text) throws Exception {
        assertThat(page(text)).isEqualTo(page("harmless"));
    }

    @Test
    void comparisonDetectsOtherElements() throws Exception {
        Path file = directory.resolve("report.xml");
        assertThat(structure(Files.writeString(file, "<a>b</a>")))
                .isEqualTo(structure(Files.writeString(file, "<a/>")));
        assertThat(structure(Files.writeString(file, "<a/>")))
                .isNotEqualTo(structure(Files.writeString(file, "<a><b/></a>")));
        assertThat(structure(Files.writeString(file, "<a/>")))
                .isNotEqualTo(structure(Files.writeString(file, "<a b=\"\"/>")));
    }

    private List<String> page(String text) throws Exception {
        Path file = directory.resolve("report.html");
        HtmlReport.write(report(text), file);
        return structure(file);
    }

    private static GateReport report(String text) {
        Problem failure = new Problem(text, text, text, false);
        Problem fault = new Problem(text, text, text, true);
        return new GateReport(
                text,
                text,
                "0f".repeat(32),
                List.of(text, "GET /other"),
                List.of(
                        result("", List.of(failure, fault), List.of(text)),
                        result(text, List.of(failure, fault), List.of(text)),
                        result(text, List.of(), List.of(text))),
                text,
                1,
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofSeconds(1));
    }

    private static CheckResult result(String operation, List<Problem> problems, List<String> notes) {
        return new CheckResult(
                operation, "a check", problems.isEmpty() ? 0 : 1, Duration.ofSeconds(1), problems, notes);
    }

    /**
     * Returns the elements with the names of their attributes, except for {@code wbr}. Fails if the file contains invisible
     * characters.
     */
    private static List<String> structure(Path file) throws Exception {
        assertThat(Files.readString(file).split("[\n\t]"))
                .allSatisfy(line -> assertThat(VisibleText.of(line)).isEqualTo(line));
        Document document = SampleReport.parse(file);
        List<String> elements = new ArrayList<>();
        for (Element element : SampleReport.elements(document, "*")) {
            StringBuilder line = new StringBuilder(element.getParentNode().getNodeName() + " " + element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                line.append(' ').append(element.getAttributes().item(i).getNodeName());
            }
            if (!element.getTagName().equals("wbr")) {
                elements.add(line.toString());
            }
        }
        assertThat(SampleReport.elements(document, "script")).hasSizeLessThan(2);
        return elements;
    }
}
