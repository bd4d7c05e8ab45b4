package io.github.triggerapi.client.value;

import io.github.triggerapi.client.internal.message.SingleLine;
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
 * Points in time as ISO 8601 date-times, such as {@code 2026-11-24T09:30:00.000Z}: the {@code date-time} of the document,
 * which the option {@code delay} of a run takes as well.
 *
 * <p>The service keeps them as JavaScript does, to the millisecond.
 */
public final class DateTimes {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern READ = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:\\d\\d)",
            Pattern.CASE_INSENSITIVE);

    private DateTimes() {}

    /**
     * The text of a point in time, in UTC and with three digits after the second.
     *
     * <p>What is finer than a millisecond is cut off, as the service would do: clocks tell it, and nobody waits for it.
     *
     * @param instant in the years 0000 to 9999 of UTC
     * @throws IllegalArgumentException where the year has not four digits
     */
    public static String format(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("A date-time must be in the years 0000 to 9999: " + instant);
        }
        return WRITTEN.format(instant);
    }

    /**
     * The text of a point in time that is yet to come.
     *
     * <p>The same as {@link #format}, for a {@code delay}: the service ignores one that is in the past, and starts the run
     * at once.
     *
     * @param instant later than now, by a millisecond or more, and before the year 10000 of UTC
     * @throws IllegalArgumentException where it is not in the future, or the year has not four digits
     */
    public static String formatFuture(Instant instant) {
        return formatFuture(instant, Clock.systemUTC());
    }

    /**
     * The same as {@link #formatFuture(Instant)}, by another clock.
     *
     * @param instant later than the clock's time, by a millisecond or more, and before the year 10000 of UTC
     * @param clock tells what is now
     * @throws IllegalArgumentException where it is not in the future, or the year has not four digits
     */
    public static String formatFuture(Instant instant, Clock clock) {
        String text = format(instant);
        // What is sent counts: a part of a millisecond that is cut off can make it the past.
        if (!instant.truncatedTo(ChronoUnit.MILLIS).isAfter(clock.instant())) {
            throw new IllegalArgumentException("The date-time is not in the future: " + text);
        }
        return text;
    }

    /**
     * The point in time that a text stands for.
     *
     * @param text date, {@code T}, time and offset, such as {@code 2026-11-24T10:30:00+01:00}. The offset is {@code Z} or
     *     {@code -18:00} to {@code +18:00}; seconds may be missing, and may have one to nine digits after a dot
     * @throws IllegalArgumentException where the text is of another form, or there is no such date or time; a leap second
     *     is none
     */
    public static Instant parse(String text) {
        try {
            if (READ.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no such date-time: " + SingleLine.quoted(text), e);
        }
        throw new IllegalArgumentException(
                "Not a date-time with an offset, such as 2026-11-24T09:30:00Z: " + SingleLine.quoted(text));
    }
}
