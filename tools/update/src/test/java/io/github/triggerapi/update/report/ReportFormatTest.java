package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, change, 0 changes",
        "1, property, 1 property",
        "2, property, 2 properties",
        "1234, key, '1,234 keys'",
    })
    void usesPluralForCounts(long number, String noun, String expected) {
        assertThat(ReportFormat.count(number, noun)).isEqualTo(expected);
    }

    @Test
    void joinsListWithCommas() {
        assertThat(ReportFormat.list(List.of(), "and")).isEmpty();
        assertThat(ReportFormat.list(List.of("a"), "and")).isEqualTo("a");
        assertThat(ReportFormat.list(List.of("a", "b"), "and")).isEqualTo("a and b");
        assertThat(ReportFormat.list(List.of("a", "b", "c"), "and")).isEqualTo("a, b and c");
    }

    @Test
    void shortensByCodePoints() {
        assertThat(ReportFormat.start("12345", 5)).isEqualTo("12345");
        assertThat(ReportFormat.start("123456", 5)).isEqualTo("1234…");
        assertThat(ReportFormat.start("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(ReportFormat.ends("12345", 5)).isEqualTo("12345");
        assertThat(ReportFormat.ends("123456789", 5)).isEqualTo("12…89");
        assertThat(ReportFormat.ends("😀😀😀😀", 3)).isEqualTo("😀…😀");
    }
}
