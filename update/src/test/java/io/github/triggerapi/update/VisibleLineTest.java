package io.github.triggerapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleLineTest {

    @Test
    void whatWouldActIsShown() {
        assertThat(VisibleLine.of(" a\r\nb\tc  d\n")).isEqualTo("a b c  d");
        assertThat(VisibleLine.of("\u001B[31mred\u0007")).isEqualTo("␛[31mred␇");
        assertThat(VisibleLine.of("\u202Eabc\u2066\u0085x\uD800y\uFFFE")).isEqualTo("�abc� x�y�");
        assertThat(VisibleLine.of("naïve 😀 日本 👩\u200D🔧")).isEqualTo("naïve 😀 日本 👩\u200D🔧");
    }

    @Test
    void aRefusalShowsWhatWouldActInAllOfItsLines() {
        RefusedException refused = new RefusedException("a\u001B[2J\nb", List.of("c\u009B2J", "\u202Ed"));

        assertThat(refused).hasMessage("a␛[2J b");
        assertThat(refused.details()).containsExactly("c�2J", "�d");
    }
}
