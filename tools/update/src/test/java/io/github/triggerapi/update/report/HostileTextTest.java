package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.HostileStrings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that hostile strings do not change the structure of reports. */
class HostileTextTest {

    private static final String CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [1.0.0]\n";

    private static final UpdateReport HARMLESS = SampleReport.hostile("a harmless text");
    private static final String HARMLESS_PAGE = HtmlReport.of(HARMLESS);
    private static final String HARMLESS_PULL_REQUEST = MarkdownReport.of(HARMLESS);
    private static final String HARMLESS_CHANGELOG = ChangelogEntry.of(HARMLESS).insertedInto(CHANGELOG);

    static Stream<String> payloads() {
        return HostileStrings.ALL.stream().flatMap(payload -> Stream.of(payload, "a harmless text, " + payload));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void pageStructureIsUnchanged(String payload) throws Exception {
        String page = HtmlReport.of(SampleReport.hostile(payload));

        assertThat(ReportStructure.html(page)).isEqualTo(ReportStructure.html(HARMLESS_PAGE));
        assertVisible(page);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void pullRequestStructureIsUnchanged(String payload) {
        String text = MarkdownReport.of(SampleReport.hostile(payload));

        assertThat(ReportStructure.markdown(text)).isEqualTo(ReportStructure.markdown(HARMLESS_PULL_REQUEST));
        assertVisible(text);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void changelogStructureIsUnchanged(String payload) {
        String text = ChangelogEntry.of(SampleReport.hostile(payload)).insertedInto(CHANGELOG);

        assertThat(ReportStructure.markdown(text)).isEqualTo(ReportStructure.markdown(HARMLESS_CHANGELOG));
        assertVisible(text);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void terminalLinesAreUnchanged(String payload) {
        String text = TerminalReport.of(SampleReport.hostile(payload), "report.html", false);

        assertThat(text.lines().filter(line -> !line.startsWith("    ")))
                .hasSameSizeAs(TerminalReport.of(HARMLESS, "report.html", false)
                        .lines()
                        .filter(line -> !line.startsWith("    "))
                        .toList())
                .noneMatch(line -> line.strip().startsWith("::"))
                .noneMatch(line -> line.contains("##[") && !line.contains("java spec/Update.java"));
        assertVisible(text);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void titleAndLabelContainNoDocumentText(String payload) {
        assertThat(SampleReport.hostile(payload).title()).isEqualTo(HARMLESS.title());
        assertThat(SampleReport.hostile(payload).label()).isEqualTo(HARMLESS.label());
    }

    @Test
    void structuralDifferencesAreFound() throws Exception {
        assertThat(ReportStructure.html("<p>a</p>")).isNotEqualTo(ReportStructure.html("<p><i>a</i></p>"));
        assertThat(ReportStructure.html("<p>a</p>")).isNotEqualTo(ReportStructure.html("<p id=\"a\">a</p>"));
        assertThat(ReportStructure.html("<p>a</p>")).isEqualTo(ReportStructure.html("<p>b &amp; c</p>"));
        assertThat(ReportStructure.markdown("- a")).isNotEqualTo(ReportStructure.markdown("- *a*"));
        assertThat(ReportStructure.markdown("- a")).isNotEqualTo(ReportStructure.markdown("- a\n- b"));
        assertThat(ReportStructure.markdown("- a")).isEqualTo(ReportStructure.markdown("- b\\*\n  c"));
    }

    private static void assertVisible(String text) {
        List<String> invisible = text.codePoints()
                .filter(HostileStrings::isInvisible)
                .mapToObj(Integer::toHexString)
                .toList();
        assertThat(invisible).isEmpty();
    }
}
