package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {

    private static final String[] PARTS = {
        "defects", "breaking", "manual-edits", "interface", "compatible", "warnings", "prose", "changelog"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void containsAllChanges(int size) throws Exception {
        Document page = RenderedReport.html(HtmlReport.of(SampleReport.large(size)));

        assertThat(RenderedReport.ids(page, "section")).containsExactly(PARTS);
        assertThat(RenderedReport.elements(page, "li"))
                .filteredOn(item -> item.hasAttribute("data-callers"))
                .hasSize(5 * size)
                .allSatisfy(item ->
                        assertThat(item.getAttribute("data-implementers")).isIn("breaking", "compatible", "none"));
        assertThat(RenderedReport.elements(page, "ul"))
                .filteredOn(list -> list.getAttribute("class").equals("entries"))
                .allSatisfy(list ->
                        assertThat(list.getElementsByTagName("li").getLength()).isEqualTo(size));
    }

    @Test
    void omitsEmptySections() throws Exception {
        Document page = RenderedReport.html(HtmlReport.of(SampleReport.of()));

        assertThat(RenderedReport.ids(page, "section")).isEmpty();
        assertThat(RenderedReport.elements(page, "h2"))
                .extracting(Element::getTextContent)
                .containsExactly("Next steps", "Effects", "Before", "After");
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATED, Updated, good",
        "UPDATED_BREAKING, 'Updated, breaking', breaking",
        "REJECTED_BREAKING, Rejected: breaking, breaking",
        "REJECTED_MANUAL_EDITS, Rejected: manual edits required, breaking",
        "REJECTED_DEFECT, Rejected: defect, bad",
    })
    void startsWithOutcome(Outcome outcome, String headline, String mood) throws Exception {
        Document page = RenderedReport.html(
                HtmlReport.of(SampleReport.of(outcome, BuildResult.SKIPPED, List.of(), List.of(SampleReport.ADDED))));

        assertThat(RenderedReport.elements(page, "title").get(0).getTextContent())
                .startsWith(headline + ": An API 1.1");
        assertThat(RenderedReport.elements(page, "strong"))
                .extracting(Element::getTextContent)
                .containsExactly(headline);
        assertThat(RenderedReport.elements(page, "div").get(0).getAttribute("class"))
                .isEqualTo("verdict " + mood);
    }

    @Test
    void hostileTextIsShownLiterally() throws Exception {
        String hostile = SampleReport.HOSTILE + " </script></style></title>";
        Document page = RenderedReport.html(HtmlReport.of(SampleReport.hostile(hostile)));

        assertThat(RenderedReport.elements(page, "script")).hasSize(1);
        assertThat(RenderedReport.elements(page, "i")).isEmpty();
        assertThat(page.getDocumentElement().getTextContent())
                .contains(hostile + " (client, source and binary)", hostile + ":1");
        assertThat(RenderedReport.elements(page, "ins"))
                .extracting(Element::getTextContent)
                .contains(hostile);
    }

    @Test
    void controlCharactersAreEscaped() throws Exception {
        Document page = RenderedReport.html(HtmlReport.of(SampleReport.hostile("\u0000\u001B[31m\u202E\uD800\uFFFF")));

        assertThat(RenderedReport.elements(page, "del").get(0).getTextContent())
                .isEqualTo("[U+0000][U+001B][31m[U+202E][U+D800][U+FFFF]");
    }

    @Test
    void linksReferToSectionsOfPage() throws Exception {
        String text = HtmlReport.of(SampleReport.large(2));
        Document page = RenderedReport.html(text);
        List<String> ids = RenderedReport.ids(page, "*");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(RenderedReport.elements(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .allSatisfy(target -> assertThat(ids).contains(target.substring(1)));
        assertThat(text).doesNotContainPattern("href=\"(?!#)|src=|url\\(|@import|<link");
    }
}
