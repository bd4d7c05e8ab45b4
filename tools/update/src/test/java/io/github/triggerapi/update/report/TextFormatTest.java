package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, change, 0 changes",
        "1, property, 1 property",
        "2, property, 2 properties",
        "1234, key, '1,234 keys'",
    })
    void usesPluralForCounts(long number, String noun, String expected) {
        assertThat(TextFormat.count(number, noun)).isEqualTo(expected);
    }

    @Test
    void joinsListWithCommas() {
        assertThat(TextFormat.list(List.of(), "and")).isEmpty();
        assertThat(TextFormat.list(List.of("a"), "and")).isEqualTo("a");
        assertThat(TextFormat.list(List.of("a", "b"), "and")).isEqualTo("a and b");
        assertThat(TextFormat.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    }

    @Test
    void shortensByCodePoints() {
        assertThat(TextFormat.start("12345", 5)).isEqualTo("12345");
        assertThat(TextFormat.start("123456", 5)).isEqualTo("1234…");
        assertThat(TextFormat.start("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(TextFormat.ends("12345", 5)).isEqualTo("12345");
        assertThat(TextFormat.ends("123456789", 5)).isEqualTo("12…89");
        assertThat(TextFormat.ends("😀😀😀😀", 3)).isEqualTo("😀…😀");
    }
}
