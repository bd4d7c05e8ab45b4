package io.github.triggerapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleLineTest {

    @Test
    void whatWouldActIsShown() {
        assertThat(VisibleLine.of(" a\r\nb\tc  d\n")).isEqualTo("a b c  d");
        assertThat(VisibleLine.of("\u001B[31mred\u0007")).isEqualTo("[U+001B][31mred[U+0007]");
        assertThat(VisibleLine.of("\u202Eabc\u2066\u0085x\uD800y\uFFFE"))
                .isEqualTo("[U+202E]abc[U+2066] x[U+D800]y[U+FFFE]");
        assertThat(VisibleLine.of("naïve 😀 日本 ☃")).isEqualTo("naïve 😀 日本 ☃");
    }

    @Test
    void aRefusalShowsWhatWouldActInAllOfItsLines() {
        RefusedException refused = new RefusedException("a\u001B[2J\nb", List.of("c\u009B2J", "\u202Ed"));

        assertThat(refused).hasMessage("a[U+001B][2J b");
        assertThat(refused.details()).containsExactly("c[U+009B]2J", "[U+202E]d");
    }
}
