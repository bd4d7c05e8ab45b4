package io.github.triggerapi.client.value;

import io.github.triggerapi.client.internal.message.MessageStrings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats and parses durations, such as {@code 1h42m}, for the options {@code delay} and {@code ttl} of a run.
 *
 * <p>A duration has one to five parts, each a whole number and its unit, from the largest unit to the smallest: {@code w}
 * (7 days), {@code d} (24 hours), {@code h}, {@code m} (60 seconds) and {@code s}. It has no signs, fractions, spaces or
 * capitals. The spec only gives examples; the grammar is that of the service, which ignores all other strings.
 */
public final class Durations {

    /** The date at its end has a year of four digits. */
    private static final Duration MAX = Duration.ofDays(1_000_000);

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    /** In the order of the groups of the grammar. */
    private static final List<Unit> UNITS = List.of(
            new Unit("w", ChronoUnit.WEEKS),
            new Unit("d", ChronoUnit.DAYS),
            new Unit("h", ChronoUnit.HOURS),
            new Unit("m", ChronoUnit.MINUTES),
            new Unit("s", ChronoUnit.SECONDS));

    private Durations() {}

    /**
     * Formats a duration in the largest units possible, without parts that are 0: 90 minutes are {@code 1h30m}, 14 days
     * are {@code 2w}.
     *
     * @param duration a whole number of seconds, at least 1 second and at most 1,000,000 days
     * @throws IllegalArgumentException if the duration is negative or zero, has a fraction of a second or is longer
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The duration must be at least 1 second: " + duration);
        }
        if (duration.getNano() != 0) {
            throw new IllegalArgumentException("The duration must be in whole seconds: " + duration);
        }
        if (duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("The duration must be at most 1000000 days: " + duration);
        }
        StringBuilder string = new StringBuilder();
        long rest = duration.getSeconds();
        for (Unit unit : UNITS) {
            long count = rest / unit.seconds();
            rest %= unit.seconds();
            if (count > 0) {
                string.append(count).append(unit.letter());
            }
        }
        return string.toString();
    }

    /**
     * Parses a duration. Numbers may be 0, have leading zeros and exceed the next larger unit: {@code 90m} is the same as
     * {@code 1h30m}, and {@code 0s} is zero.
     *
     * @param string one to five parts, such as {@code 1w2d3h4m5s}
     * @throws IllegalArgumentException if the string does not match the grammar, or exceeds {@link Long#MAX_VALUE} seconds
     */
    public static Duration parse(String string) {
        Matcher parts = GRAMMAR.matcher(string);
        if (string.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException("Not a duration such as 1h42m: " + MessageStrings.quoted(string));
        }
        try {
            long seconds = 0;
            for (int i = 0; i < UNITS.size(); i++) {
                String count = parts.group(i + 1);
                if (count != null) {
                    long part = Math.multiplyExact(
                            Long.parseLong(count), UNITS.get(i).seconds());
                    seconds = Math.addExact(seconds, part);
                }
            }
            return Duration.ofSeconds(seconds);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("The duration is too long: " + MessageStrings.quoted(string), e);
        }
    }

    private record Unit(String letter, ChronoUnit unit) {

        long seconds() {
            return unit.getDuration().getSeconds();
        }
    }
}
