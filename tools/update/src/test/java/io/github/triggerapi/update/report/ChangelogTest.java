package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.update.RejectedRevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {

    private static final ChangelogEntry ENTRY =
            ChangelogEntry.of(SampleReport.of(SampleReport.ADDED, SampleReport.PROSE));
    private static final String ADDED = "- 1 operation: `GET /api/v1/runs/1`.\n";
    private static final String CHANGED = "- Descriptions in the OpenAPI document, in 1 place.\n";

    @Test
    void addsToExistingSections() {
        assertThat(
                        inserted(
                                "# C\n\n## [Unreleased]\n\n### Added\n\n- a\n  b\n\n### Changed\n- c\n\n## 1.0\n\n### Added\n\n- d\n"))
                .isEqualTo("# C\n\n## [Unreleased]\n\n### Added\n\n- a\n  b\n" + ADDED + "\n### Changed\n- c\n"
                        + CHANGED + "\n## 1.0\n\n### Added\n\n- d\n");
    }

    @Test
    void insertsMissingSectionsInOrder() {
        assertThat(inserted("## [Unreleased]\n\n### Fixed\n\n- a\n"))
                .isEqualTo("## [Unreleased]\n\n### Added\n\n" + ADDED + "\n### Changed\n\n" + CHANGED
                        + "\n### Fixed\n\n- a\n");
        assertThat(inserted("## [Unreleased]\n### Notes\n- a\n## 1.0\n"))
                .isEqualTo("## [Unreleased]\n### Notes\n- a\n\n### Added\n\n" + ADDED + "\n### Changed\n\n" + CHANGED
                        + "\n## 1.0\n");
        assertThat(inserted("## [Unreleased]\n### Added\n## 1.0\n"))
                .isEqualTo("## [Unreleased]\n### Added\n\n" + ADDED + "\n### Changed\n\n" + CHANGED + "\n## 1.0\n");
    }

    @Test
    void entryPrecedesLinkDefinitions() {
        assertThat(inserted("## [Unreleased]\n\n[Unreleased]: https://a.example\n"))
                .isEqualTo("## [Unreleased]\n\n### Added\n\n" + ADDED + "\n### Changed\n\n" + CHANGED
                        + "\n[Unreleased]: https://a.example\n");
    }

    @Test
    void headingInCodeBlockIsIgnored() {
        assertThat(inserted("```\n## [Unreleased]\n```\n## [Unreleased]\n\n### Added\n\n```\n### Changed\n```\n"))
                .isEqualTo("```\n## [Unreleased]\n```\n## [Unreleased]\n\n### Added\n\n```\n### Changed\n```\n" + ADDED
                        + "\n### Changed\n\n" + CHANGED);
    }

    @Test
    void keepsLineEnds() {
        assertThat(inserted("# C\r\n\n## [Unreleased]\r\n\r\n### Added\r\n\r\n- a\r\n### Changed\r\n\r\n- b"))
                .isEqualTo("# C\r\n\n## [Unreleased]\r\n\r\n### Added\r\n\r\n- a\r\n" + ADDED.replace("\n", "\r\n")
                        + "### Changed\r\n\r\n- b\r\n" + CHANGED.strip());
    }

    @Test
    void fileMayEndAnywhere() {
        String expected = "## [Unreleased]\n\n### Added\n\n" + ADDED + "\n### Changed\n\n" + CHANGED;

        assertThat(inserted("## [Unreleased]\n")).isEqualTo(expected);
        assertThat(inserted("## [Unreleased]")).isEqualTo(expected.strip());
        assertThat(inserted("## [Unreleased]\n\n\n")).isEqualTo(expected + "\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# Changelog\n\n## [1.0]\n", "### [Unreleased]\n", "a ## [Unreleased]\n"})
    void reportsMissingUnreleasedSection(String changelog) {
        assertThatThrownBy(() -> inserted(changelog))
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessage("CHANGELOG.md: has no line ## [Unreleased]; expected one to put the entry under");
    }

    private static String inserted(String changelog) {
        return ENTRY.insertedInto(changelog);
    }
}
