package io.github.triggerapi.mock.internal.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Parses the times of requests. An invalid time causes an {@link IllegalArgumentException}, whose message says what was
 * expected.
 */
public final class TimeParser {
    /** The maximum length of a time. */
    private static final int MAX_LENGTH = 1000;

    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d++)w)?(?:(\\d++)d)?(?:(\\d++)h)?(?:(\\d++)m)?(?:(\\d++)s)?");

    /** The seconds of each unit, in the order of the pattern. */
    private static final List<BigDecimal> SECONDS = LongStream.of(604_800, 86_400, 3600, 60, 1)
            .mapToObj(BigDecimal::valueOf)
            .toList();

    /** The longest duration; a longer one could not be added to a time. */
    private static final long MAX_SECONDS = 1_000L * 366 * 86_400;

    private static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeParser() {}

    /**
     * Parses a delay: a duration from now, or a date-time with an offset, such as {@code 2025-01-01T00:00:00Z}.
     *
     * @param now the time at which the request was received
     * @throws IllegalArgumentException if the string is neither, or is in the past
     */
    public static Instant delay(String string, Instant now) {
        if (isDuration(string)) {
            return now.plus(duration(string));
        }
        Instant until = dateTime(string);
        if (until.isBefore(now)) {
            throw expected("a time not before " + now, string);
        }
        return until;
    }

    /**
     * Parses a duration: weeks, days, hours, minutes and seconds, in this order and at least one of them, such as
     * {@code 1h42m}.
     *
     * @throws IllegalArgumentException if the string is not a duration, has more than 1000 characters, or is longer
     *     than 1000 years
     */
    public static Duration duration(String string) {
        if (!isDuration(string)) {
            throw expected("a duration such as 1h42m", string);
        }
        Matcher parts = DURATION.matcher(string);
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; parts.matches() && i < SECONDS.size(); i++) {
            String count = parts.group(i + 1);
            seconds = count == null ? seconds : seconds.add(new BigDecimal(count).multiply(SECONDS.get(i)));
        }
        return seconds(seconds, string);
    }

    /**
     * Returns the duration of a number of seconds.
     *
     * @throws IllegalArgumentException if the number is not whole, less than 0 or more than 1000 years
     */
    public static Duration seconds(BigDecimal seconds) {
        return seconds(seconds, seconds.toString());
    }

    private static Duration seconds(BigDecimal seconds, String string) {
        if (seconds.signum() < 0 || seconds.stripTrailingZeros().scale() > 0) {
            throw expected("a whole number of seconds", string);
        }
        if (seconds.compareTo(BigDecimal.valueOf(MAX_SECONDS)) > 0) {
            throw expected("at most 1000 years", string);
        }
        return Duration.ofSeconds(seconds.longValueExact());
    }

    private static boolean isDuration(String string) {
        if (string.length() > MAX_LENGTH) {
            throw expected("a time of at most %d characters".formatted(MAX_LENGTH), string);
        }
        return !string.isEmpty() && DURATION.matcher(string).matches();
    }

    private static Instant dateTime(String string) {
        try {
            Instant instant = OffsetDateTime.parse(string).toInstant();
            if (!instant.isAfter(MAX_INSTANT)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // The exception below says what was expected.
        }
        throw expected("a duration such as 1h42m or a date-time such as 2025-01-01T00:00:00Z", string);
    }

    private static IllegalArgumentException expected(String what, String string) {
        String shown = string.length() <= 100 ? string : string.substring(0, 100) + "…";
        return new IllegalArgumentException("must be " + what + ", not \"" + shown + "\"");
    }
}
