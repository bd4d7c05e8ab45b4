package io.github.triggerapi.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00.000400Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.ofHours(5));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:30:00Z, 2026-11-24T09:30:00.000Z",
        "2026-11-24T09:30:00.120Z, 2026-11-24T09:30:00.120Z",
        "2026-11-24T09:30:00.123999999Z, 2026-11-24T09:30:00.123Z",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999Z"
    })
    void formatsMilliseconds(Instant instant, String string) {
        assertThat(DateTimes.format(instant)).isEqualTo(string);
        assertThat(DateTimes.parse(string)).isEqualTo(Instant.ofEpochMilli(instant.toEpochMilli()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
    void rejectsYearsWithoutFourDigits(Instant instant) {
        assertThatThrownBy(() -> DateTimes.format(instant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A date-time must be in the years 0000 to 9999: " + instant);
    }

    @Test
    void rejectsExtremeInstants() {
        assertThatThrownBy(() -> DateTimes.format(Instant.MIN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DateTimes.formatFuture(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formatsFuture() {
        assertThat(DateTimes.formatFuture(Instant.parse("2026-11-24T09:30:00.001Z"), CLOCK))
                .isEqualTo("2026-11-24T09:30:00.001Z");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        assertThat(DateTimes.formatFuture(tomorrow)).isEqualTo(DateTimes.format(tomorrow));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T09:30:00.000400Z",
                "2026-11-24T09:30:00.000900Z",
                "2026-11-24T09:29:59Z",
                "1970-01-01T00:00:00Z"
            })
    void rejectsFutureThatIsPastWhenTruncated(Instant instant) {
        assertThatThrownBy(() -> DateTimes.formatFuture(instant, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The date-time is not in the future: " + DateTimes.format(instant));
    }

    @Test
    void rejectsPastOfSystemClock() {
        assertThatThrownBy(() -> DateTimes.formatFuture(NOW.minus(Duration.ofDays(3650))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:30:00+01:00, 2026-11-24T09:30:00Z",
        "2026-11-24T09:30Z, 2026-11-24T09:30:00Z",
        "2026-11-24t09:30:00z, 2026-11-24T09:30:00Z",
        "2026-11-24T09:30:00-00:00, 2026-11-24T09:30:00Z",
        "2026-11-24T09:30:00.5Z, 2026-11-24T09:30:00.500Z",
        "2026-11-24T09:30:00.123456789Z, 2026-11-24T09:30:00.123456789Z",
        "2024-02-29T23:59:59-18:00, 2024-03-01T17:59:59Z"
    })
    void parsesAnyOffset(String string, Instant instant) {
        assertThat(DateTimes.parse(string)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-24",
                "2026-11-24T09:30:00",
                "2026-11-24 09:30:00Z",
                "2026-11-24T09:30:00Z ",
                "2026-11-24T09:30:00Z\n",
                "2026-11-24T09:30:00+0100",
                "2026-11-24T09:30:00+01:00:30",
                "2026-11-24T09:30:00.Z",
                "2026-11-24T09:30:00.1234567890Z",
                "2026-11-24T09:30:00+01:00[Europe/Berlin]",
                "+12026-11-24T09:30:00Z",
                "20261124T093000Z",
                "1764000000000",
                "1h42m"
            })
    void rejectsOtherFormats(String string) {
        assertThatThrownBy(() -> DateTimes.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a date-time with an offset, such as 2026-11-24T09:30:00Z: \"")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-11-24T24:00:00Z",
                "2026-11-24T23:59:60Z",
                "2026-11-24T09:30:00+19:00"
            })
    void rejectsNonexistentDates(String string) {
        assertThatThrownBy(() -> DateTimes.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The date-time does not exist: \"" + string + "\"");
    }
}
