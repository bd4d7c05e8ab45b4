package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  a :: b", "a: b", "## a [b]", "  indented", "naïve 😀"})
    void ordinaryTextIsUnchanged(String text) {
        assertThat(ConsoleText.of(text)).isEqualTo(text);
    }

    @Test
    void runnerCommandsAreDefused() {
        assertThat(ConsoleText.of("::add-mask::x")).isEqualTo(": :add-mask::x");
        assertThat(ConsoleText.of("  ::set-output name=a::b")).isEqualTo("  : :set-output name=a::b");
        assertThat(ConsoleText.of("\u3000::error::x")).isEqualTo("\u3000: :error::x");
        assertThat(ConsoleText.of("\u00A0 \u2003::set-output")).isEqualTo("\u00A0 \u2003: :set-output");
        assertThat(ConsoleText.of("\u3000##[error]x")).isEqualTo("\u3000## [error]x");
        assertThat(ConsoleText.of("a ##[add-mask]x")).isEqualTo("a ## [add-mask]x");
        assertThat(ConsoleText.of("a\n::stop-commands::x\r\n b\rc")).isEqualTo("a\n| : :stop-commands::x\n|  b\n| c");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(ConsoleText.of("\u001B[2J\ta\u202E\u2028::b")).isEqualTo("[U+001B][2J a[U+202E][U+2028]::b");
    }
}
