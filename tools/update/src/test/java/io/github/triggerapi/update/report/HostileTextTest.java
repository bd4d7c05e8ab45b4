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

    static Stream<String> payloads() {
        return HostileStrings.ALL.stream().flatMap(payload -> Stream.of(payload, "a harmless text, " + payload));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void pageStructureIsUnchanged(String payload) throws Exception {
        String page = HtmlReport.of(SampleReport.hostile(payload));

        assertThat(Structure.html(page)).isEqualTo(Structure.html(HtmlReport.of(HARMLESS)));
        assertVisible(page);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void pullRequestStructureIsUnchanged(String payload) {
        String text = MarkdownReport.of(SampleReport.hostile(payload));

        assertThat(Structure.markdown(text)).isEqualTo(Structure.markdown(MarkdownReport.of(HARMLESS)));
        assertVisible(text);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void changelogStructureIsUnchanged(String payload) {
        String text = ChangelogEntry.of(SampleReport.hostile(payload)).insertedInto(CHANGELOG);

        assertThat(Structure.markdown(text))
                .isEqualTo(Structure.markdown(ChangelogEntry.of(HARMLESS).insertedInto(CHANGELOG)));
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
        assertThat(Structure.html("<p>a</p>")).isNotEqualTo(Structure.html("<p><i>a</i></p>"));
        assertThat(Structure.html("<p>a</p>")).isNotEqualTo(Structure.html("<p id=\"a\">a</p>"));
        assertThat(Structure.html("<p>a</p>")).isEqualTo(Structure.html("<p>b &amp; c</p>"));
        assertThat(Structure.markdown("- a")).isNotEqualTo(Structure.markdown("- *a*"));
        assertThat(Structure.markdown("- a")).isNotEqualTo(Structure.markdown("- a\n- b"));
        assertThat(Structure.markdown("- a")).isEqualTo(Structure.markdown("- b\\*\n  c"));
    }

    private static void assertVisible(String text) {
        List<String> invisible = text.codePoints()
                .filter(HostileStrings::isInvisible)
                .mapToObj(Integer::toHexString)
                .toList();
        assertThat(invisible).isEmpty();
    }
}
