package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1h42m, PT1H42M",
        "30d, P30D",
        "2w, P14D",
        "60s, PT60S",
        "90m, PT90M",
        "0s, PT0S",
        "1w1d1h1m1s, P8DT1H1M1S"
    })
    void readsDurations(String text, Duration duration) {
        assertThat(TimeParser.duration(text)).isEqualTo(duration);
        assertThat(TimeParser.delay(text, NOW)).isEqualTo(NOW.plus(duration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 h", "1H", "1.5h", "-1h", "90", "10ms", "", "1m1h", "PT1H", "٣h"})
    void rejectsInvalidDurations(String text) {
        assertThatThrownBy(() -> TimeParser.duration(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration such as 1h42m, not \"" + text + "\"");
        assertThatThrownBy(() -> TimeParser.delay(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration such as 1h42m or a date-time such as 2025-01-01T00:00:00Z, not \""
                        + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T00:00:00Z, 2026-11-24T00:00:00Z",
        "2026-11-24T01:00:01+01:00, 2026-11-24T00:00:01Z",
        "2027-01-01T00:00:00.250Z, 2027-01-01T00:00:00.250Z"
    })
    void readsDateTimes(String text, Instant instant) {
        assertThat(TimeParser.delay(text, NOW)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-11-24T00:00:00", "2026-02-30T00:00:00Z", "+12345-01-01T00:00:00Z"})
    void rejectsInvalidDateTimes(String text) {
        assertThatThrownBy(() -> TimeParser.delay(text, NOW)).hasMessageStartingWith("must be a duration");
    }

    @Test
    void rejectsTimesThatArePastOrTooLate() {
        assertThatThrownBy(() -> TimeParser.delay("2026-11-23T23:59:59Z", NOW))
                .hasMessage("must be a time not before 2026-11-24T00:00:00Z, not \"2026-11-23T23:59:59Z\"");
        assertThatThrownBy(() -> TimeParser.duration("99999999999999999999999999w"))
                .hasMessageStartingWith("must be at most 1000 years");
        assertThatThrownBy(() -> TimeParser.duration("9".repeat(500) + "s"))
                .hasMessageMatching("must be at most 1000 years, not \"9{100}…\"");
    }

    @Test
    @Timeout(5)
    void rejectsVeryLongStrings() {
        for (String part : List.of("9", "0", "1w", "-", "2025-01-01T00:00:00.0")) {
            String text = part.repeat(3_000_000 / part.length());
            for (String unit : List.of("", "w", "s", "Z")) {
                assertThatThrownBy(() -> TimeParser.delay(text + unit, NOW))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("must be a time of at most 1000 characters, not \"");
            }
        }
        assertThat(TimeParser.duration("0".repeat(998) + "1s")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsSeconds() {
        assertThat(TimeParser.seconds(new BigDecimal("60"))).isEqualTo(Duration.ofMinutes(1));
        assertThat(TimeParser.seconds(new BigDecimal("1E+2"))).isEqualTo(Duration.ofSeconds(100));
        assertThat(TimeParser.seconds(new BigDecimal("1.0"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(TimeParser.seconds(BigDecimal.ZERO)).isZero();
        for (String bad : new String[] {"1.5", "-1", "1E-900"}) {
            assertThatThrownBy(() -> TimeParser.seconds(new BigDecimal(bad)))
                    .hasMessage("must be a whole number of seconds, not \"" + new BigDecimal(bad) + "\"");
        }
        assertThatThrownBy(() -> TimeParser.seconds(new BigDecimal("1E+900"))).hasMessageContaining("1000 years");
    }
}
