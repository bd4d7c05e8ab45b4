package io.github.triggerapi.client.value;

import io.github.triggerapi.client.internal.message.SingleLine;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as the service writes them, such as {@code 1h42m}: the options {@code delay} and {@code ttl} of a run take
 * them.
 *
 * <p>Such a text has one to five parts, each a whole number and its unit, from the largest unit to the smallest:
 * {@code w} (7 days), {@code d} (24 hours), {@code h}, {@code m} (60 seconds) and {@code s}. There are no signs, no
 * fractions, no spaces and no capitals. The document shows examples only; the grammar is the service's, which ignores
 * any other text.
 */
public final class Durations {

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    /** In the order of the grammar. */
    private static final List<Unit> UNITS = List.of(
            new Unit("w", ChronoUnit.WEEKS),
            new Unit("d", ChronoUnit.DAYS),
            new Unit("h", ChronoUnit.HOURS),
            new Unit("m", ChronoUnit.MINUTES),
            new Unit("s", ChronoUnit.SECONDS));

    private Durations() {}

    /**
     * The text of a duration, with as much as possible in the larger units and without parts that are 0: 90 minutes are
     * {@code 1h30m}, 14 days are {@code 2w}.
     *
     * @param duration a whole number of seconds, 1 second or more
     * @return what {@link #parse} makes the same duration of
     * @throws IllegalArgumentException where the duration is negative or zero, or has a fraction of a second
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("A duration must be 1 second or more: " + duration);
        }
        if (duration.getNano() != 0) {
            throw new IllegalArgumentException("A duration must be in whole seconds: " + duration);
        }
        StringBuilder text = new StringBuilder();
        long rest = duration.getSeconds();
        for (Unit unit : UNITS) {
            long count = rest / unit.seconds();
            rest %= unit.seconds();
            if (count > 0) {
                text.append(count).append(unit.letter());
            }
        }
        return text.toString();
    }

    /**
     * The duration that a text stands for. Numbers may be 0, have zeros in front and exceed the next larger unit:
     * {@code 90m} is the same as {@code 1h30m}, and {@code 0s} is zero.
     *
     * @param text one to five parts, such as {@code 1w2d3h4m5s}
     * @throws IllegalArgumentException where the text is not of the grammar, or stands for more than
     *     {@link Long#MAX_VALUE} seconds
     */
    public static Duration parse(String text) {
        Matcher parts = GRAMMAR.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException("Not a duration such as 1h42m: " + SingleLine.quoted(text));
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
            throw new IllegalArgumentException("The duration is too long: " + SingleLine.quoted(text), e);
        }
    }

    private record Unit(String letter, ChronoUnit unit) {

        long seconds() {
            return unit.getDuration().getSeconds();
        }
    }
}
