package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "0, change, 0 changes",
        "1, property, 1 property",
        "2, property, 2 properties",
        "1234, key, '1,234 keys'",
    })
    void countsInTheRightNumber(long number, String noun, String expected) {
        assertThat(Texts.count(number, noun)).isEqualTo(expected);
    }

    @Test
    void listsAsManyAsThereAre() {
        assertThat(Texts.list(List.of(), "and")).isEmpty();
        assertThat(Texts.list(List.of("a"), "and")).isEqualTo("a");
        assertThat(Texts.list(List.of("a", "b"), "and")).isEqualTo("a and b");
        assertThat(Texts.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    }

    @Test
    void shortensByWholeCharacters() {
        assertThat(Texts.start("12345", 5)).isEqualTo("12345");
        assertThat(Texts.start("123456", 5)).isEqualTo("1234…");
        assertThat(Texts.start("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Texts.ends("12345", 5)).isEqualTo("12345");
        assertThat(Texts.ends("123456789", 5)).isEqualTo("12…89");
        assertThat(Texts.ends("😀😀😀😀", 3)).isEqualTo("😀…😀");
    }
}
