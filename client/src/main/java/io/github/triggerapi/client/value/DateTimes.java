package io.github.triggerapi.client.value;

import io.github.triggerapi.client.internal.message.MessageStrings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Formats and parses ISO 8601 date-times, such as {@code 2026-11-24T09:30:00.000Z}: the format {@code date-time} of the
 * spec, which the option {@code delay} of a run accepts as well.
 *
 * <p>The service keeps them to the millisecond.
 */
public final class DateTimes {

    private static final Instant MIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern PATTERN = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private DateTimes() {}

    /**
     * Formats an instant in UTC, with milliseconds. A smaller fraction of a second is truncated, as the service does.
     *
     * @param instant in the years 0000 to 9999 of UTC
     * @throws IllegalArgumentException if the year does not have four digits
     */
    public static String format(Instant instant) {
        return FORMATTER.format(atUtc(instant));
    }

    /**
     * Returns an instant as a date-time in UTC, with all digits of its second.
     *
     * @param instant in the years 0000 to 9999 of UTC
     * @throws IllegalArgumentException if the year does not have four digits
     */
    public static OffsetDateTime atUtc(Instant instant) {
        if (instant.isBefore(MIN) || instant.isAfter(MAX)) {
            throw new IllegalArgumentException("A date-time must be in the years 0000 to 9999: " + instant);
        }
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * Formats an instant in the future, such as a {@code delay}: the service ignores a delay in the past, and starts the
     * run at once.
     *
     * @param instant later than now, by a millisecond or more, and before the year 10000 of UTC
     * @throws IllegalArgumentException if it is not in the future, or the year does not have four digits
     * @see #format
     */
    public static String formatFuture(Instant instant) {
        return formatFuture(instant, Clock.systemUTC());
    }

    /**
     * Formats an instant in the future of a clock, such as a {@code delay}.
     *
     * @param instant later than the clock's instant, by a millisecond or more, and before the year 10000 of UTC
     * @throws IllegalArgumentException if it is not in the future, or the year does not have four digits
     * @see #formatFuture(Instant)
     */
    public static String formatFuture(Instant instant, Clock clock) {
        String string = format(instant);
        // Truncation can move the instant into the past.
        if (!instant.truncatedTo(ChronoUnit.MILLIS).isAfter(clock.instant())) {
            throw new IllegalArgumentException("The date-time is not in the future: " + string);
        }
        return string;
    }

    /**
     * Parses a date-time.
     *
     * @param string date, {@code T}, time and offset, such as {@code 2026-11-24T10:30:00+01:00}. The offset is {@code Z}
     *     or from {@code -18:00} to {@code +18:00}. Seconds are optional, with an optional fraction of up to nine digits
     * @throws IllegalArgumentException if the string has another format, or the date or time does not exist; leap seconds
     *     are not supported
     */
    public static Instant parse(String string) {
        try {
            if (PATTERN.matcher(string).matches()) {
                return OffsetDateTime.parse(string).toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The date-time does not exist: " + MessageStrings.quoted(string), e);
        }
        throw new IllegalArgumentException(
                "Not a date-time with an offset, such as 2026-11-24T09:30:00Z: " + MessageStrings.quoted(string));
    }
}
