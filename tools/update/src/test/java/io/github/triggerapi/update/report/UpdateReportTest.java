package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdateReportTest {

    @Test
    void titleCountsChanges() {
        assertThat(SampleReport.large(1).title()).isEqualTo("Update the OpenAPI document with 2 breaking changes");
        assertThat(SampleReport.of(SampleReport.ADDED, SampleReport.PROSE).title())
                .endsWith(" with 1 compatible change");
        assertThat(SampleReport.of(SampleReport.PROSE).title()).endsWith(" with 1 change of descriptions");
        assertThat(SampleReport.of().title()).endsWith(" with no change");
    }

    @Test
    void titleContainsNoDocumentText() {
        assertThat(SampleReport.hostile("=:#!\\é").title()).matches("[A-Za-z0-9, ]+");
    }

    @Test
    void labelIsBreakingOrCompatible() {
        assertThat(SampleReport.large(1).label()).isEqualTo("breaking");
        assertThat(SampleReport.of(SampleReport.ADDED).label()).isEqualTo("compatible");
        assertThat(SampleReport.of(SampleReport.PROSE).label()).isEqualTo("compatible");
    }
}
