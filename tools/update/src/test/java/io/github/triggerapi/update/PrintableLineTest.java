package io.github.triggerapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableLineTest {

    @Test
    void controlCharactersAreVisible() {
        assertThat(PrintableLine.of(" a\r\nb\tc  d\n")).isEqualTo("a b c  d");
        assertThat(PrintableLine.of("\u001B[31mred\u0007")).isEqualTo("[U+001B][31mred[U+0007]");
        assertThat(PrintableLine.of("\u202Eabc\u2066\u0085x\uD800y\uFFFE"))
                .isEqualTo("[U+202E]abc[U+2066] x[U+D800]y[U+FFFE]");
        assertThat(PrintableLine.of("naïve 😀 日本 ☃")).isEqualTo("naïve 😀 日本 ☃");
    }

    @Test
    void exceptionEscapesControlCharactersInAllLines() {
        RejectedRevisionException rejected =
                new RejectedRevisionException("a\u001B[2J\nb", List.of("c\u009B2J", "\u202Ed"));

        assertThat(rejected).hasMessage("a[U+001B][2J b");
        assertThat(rejected.details()).containsExactly("c[U+009B]2J", "[U+202E]d");
    }
}
