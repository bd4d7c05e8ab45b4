package io.github.triggerapi.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@Isolated("sets the locale of all")
class JUnitReportTest {

    @TempDir
    private Path folder;

    @Test
    void countsWhatThereIs() throws Exception {
        Document document = write(SampleReport.everything());

        Element root = document.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(counts(root)).containsExactly("5", "1", "0", "1", "61.000");
        assertThat(SampleReport.elements(document, "testsuite"))
                .extracting(suite -> suite.getAttribute("name"), JUnitReportTest::counts)
                .containsExactly(
                        tuple("The document as a whole", List.of("1", "0", "0", "0", "1.500")),
                        tuple(SampleReport.TRIGGER, List.of("2", "1", "0", "0", "3.000")),
                        tuple(SampleReport.RUNS, List.of("2", "0", "0", "1", "3.000")));
        assertThat(SampleReport.elements(document, "testcase")).hasSize(5);
        assertThat(SampleReport.elements(document, "testsuite").get(0).getAttribute("timestamp"))
                .isEqualTo("2026-01-02T03:04:05");
    }

    private static List<String> counts(Element element) {
        return List.of("tests", "failures", "errors", "skipped", "time").stream()
                .map(element::getAttribute)
                .toList();
    }

    @Test
    void aFailureHasAllProblemsOfItsCheckWithTheirTraffic() throws Exception {
        List<Element> failures = SampleReport.elements(write(SampleReport.everything()), "failure");

        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).getAttribute("message")).isEqualTo("first line (and 1 more)");
        assertThat(failures.get(0).getTextContent())
                .isEqualTo("first line\nsecond line " + SampleReport.SHOWN + "\n\nRequest:\nPOST " + SampleReport.SHOWN
                        + "\n\nResponse:\n200\n\n" + SampleReport.SHOWN + "\n\nanother");
    }

    @Test
    void aCheckWithoutCasesIsSkippedAndSaysWhy() throws Exception {
        List<Element> skipped = SampleReport.elements(write(SampleReport.everything()), "skipped");

        assertThat(skipped)
                .extracting(element -> element.getAttribute("message"))
                .containsExactly("there is none; nor another");
    }

    @Test
    void notesAndFaultsOfTheDocumentAreOutput() throws Exception {
        String fault = "fault of the document itself: #/info/title: " + SampleReport.SHOWN;

        assertThat(SampleReport.elements(write(SampleReport.everything()), "system-out"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        fault, fault, "no curl " + SampleReport.SHOWN + "\n" + fault, "there is none\nnor another");
    }

    @Test
    void equalReportsGiveEqualFilesWhateverTheLocale() throws Exception {
        Path file = folder.resolve("a/b/report.xml");
        Locale before = Locale.getDefault();
        JUnitReport.write(SampleReport.everything(), file);
        String first = Files.readString(file);
        Locale.setDefault(Locale.GERMANY);
        try {
            JUnitReport.write(SampleReport.everything(), file);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(file).hasContent(first);
    }

    private Document write(GateReport report) throws Exception {
        Path file = folder.resolve("not/there/report.xml");
        JUnitReport.write(report, file);
        return SampleReport.parse(file);
    }
}
