package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "naïve 日本 ☃", "😀 ⚠\uFE0F", "*/ <b> [x](y) \\u002a"})
    void visibleTextIsUnchanged(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void invisibleCharactersAreReplacedByTheirCodePoint() {
        assertThat(VisibleText.of("a\u202Eb\u2066\u200B")).isEqualTo("a[U+202E]b[U+2066][U+200B]");
        assertThat(VisibleText.of("\u0000\t\r\n\u001B[2J\u0085\u2028"))
                .isEqualTo("[U+0000][U+0009][U+000D][U+000A][U+001B][2J[U+0085][U+2028]");
        assertThat(VisibleText.of("\uD800x\uFFFE\u3164\uFEFF")).isEqualTo("[U+D800]x[U+FFFE][U+3164][U+FEFF]");
        assertThat(VisibleText.of("\uDB40\uDC41")).isEqualTo("[U+E0041]");
    }

    @Test
    void noControlOrFormatCharacterRemains() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(VisibleText.of(all).codePoints()).noneMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> false;
        });
    }
}
