package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowSafeTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  a :: b", "a: b", "## a [b]", "  indented", "naïve 😀"})
    void ordinaryTextIsUnchanged(String text) {
        assertThat(WorkflowSafeText.of(text)).isEqualTo(text);
    }

    @Test
    void runnerCommandsAreDefused() {
        assertThat(WorkflowSafeText.of("::add-mask::x")).isEqualTo(": :add-mask::x");
        assertThat(WorkflowSafeText.of("  ::set-output name=a::b")).isEqualTo("  : :set-output name=a::b");
        assertThat(WorkflowSafeText.of("\u3000::error::x")).isEqualTo("\u3000: :error::x");
        assertThat(WorkflowSafeText.of("\u00A0 \u2003::set-output")).isEqualTo("\u00A0 \u2003: :set-output");
        assertThat(WorkflowSafeText.of("\u3000##[error]x")).isEqualTo("\u3000## [error]x");
        assertThat(WorkflowSafeText.of("a ##[add-mask]x")).isEqualTo("a ## [add-mask]x");
        assertThat(WorkflowSafeText.of("a\n::stop-commands::x\r\n b\rc"))
                .isEqualTo("a\n| : :stop-commands::x\n|  b\n| c");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(WorkflowSafeText.of("\u001B[2J\ta\u202E\u2028::b")).isEqualTo("[U+001B][2J a[U+202E][U+2028]::b");
    }
}
