package io.github.triggerapi.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1s",
        "PT59S, 59s",
        "PT60S, 1m",
        "PT90M, 1h30m",
        "PT1H42M, 1h42m",
        "PT24H, 1d",
        "P7D, 1w",
        "P14D, 2w",
        "P11DT4H5M6S, 1w4d4h5m6s",
        "PT168H1S, 1w1s"
    })
    void formatsLargestUnitsFirst(Duration duration, String string) {
        assertThat(Durations.format(duration)).isEqualTo(string);
        assertThat(Durations.parse(string)).isEqualTo(duration);
    }

    @Test
    void parsesWhatItFormats() {
        Random random = new Random(42);
        for (int bits = 1; bits <= 36; bits++) {
            Duration most = Duration.ofSeconds(Long.MAX_VALUE >>> (Long.SIZE - 1 - bits));
            Duration any = Duration.ofSeconds((random.nextLong() >>> (Long.SIZE - bits)) + 1L);

            assertThat(Durations.parse(Durations.format(most))).isEqualTo(most);
            assertThat(Durations.parse(Durations.format(any))).isEqualTo(any);
            assertThat(Durations.format(any)).matches("^(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$");
        }
    }

    @ParameterizedTest
    @CsvSource({"90m, PT1H30M", "0s, PT0S", "0w0d0h0m1s, PT1S", "007d, P7D", "1w90s, PT168H1M30S"})
    void parsesDurationsThatAreNotTheShortest(String string, Duration duration) {
        assertThat(Durations.parse(string)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "P1000000DT1S", "PT-1S", "PT-1H", "PT0.5S", "PT1.000000001S", "PT-0.5S"})
    void rejectsWhatTheServiceIgnores(Duration duration) {
        assertThatThrownBy(() -> Durations.format(duration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The duration must be ")
                .hasMessageEndingWith(": " + duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1 h", " 1h", "1h ", "1h\n", "1H", "1.5h", "-1h", "+1h", "90", "10ms", "1m1h", "1h1h", "h",
                "1h42", "PT1H", "1hr", "٣h", "1y"
            })
    void rejectsOtherGrammars(String string) {
        assertThatThrownBy(() -> Durations.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a duration such as 1h42m: \"")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808s", "15250284452472w", "15250284452471w9999999s", "99999999999999999999w"})
    void rejectsTooLongDurations(String string) {
        assertThatThrownBy(() -> Durations.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The duration is too long: \"" + string + "\"");
    }

    @Test
    void messageIsShort() {
        assertThatThrownBy(() -> Durations.parse("1".repeat(1_000_000)))
                .message()
                .hasSizeLessThan(200);
    }
}
