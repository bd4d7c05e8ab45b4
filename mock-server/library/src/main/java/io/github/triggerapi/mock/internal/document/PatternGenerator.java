package io.github.triggerapi.mock.internal.document;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Generates strings that match a regular expression. The work is bounded, because a document may contain any pattern:
 * the generator draws a random number for each choice, and only repetitions with numbers need none.
 */
final class PatternGenerator {
    private static final int MAX_PATTERN_LENGTH = 1000;
    private static final int MAX_STRING_LENGTH = 10_000;

    /** Roughly the number of characters that are generated in the worst case. */
    private static final int MAX_WORK = 5_000_000;

    private static final int MAX_QUANTIFIED = 100_000;
    /** Numbers with more digits are too large in any case. */
    private static final int MAX_DIGITS = 6;

    private static final int MAX_CHOICES = 20_000;
    private static final int ATTEMPTS = 20;
    private static final int USUAL_REPETITIONS = 10;

    private static final Pattern QUANTIFIER = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
    private static final Pattern UNLIMITED = Pattern.compile("[*+]|,}");

    /** The generator finds values for them by trial and error, which may not end. */
    private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?<?[=!]");

    private PatternGenerator() {}

    /**
     * Returns a string that matches, null if none is found.
     *
     * @param minLength the minimum length of the string
     * @param variant another number gives another string, if there is one
     */
    static @Nullable String generate(String regex, int minLength, int variant) {
        long quantified = quantified(regex);
        if (regex.length() > MAX_PATTERN_LENGTH
                || quantified > MAX_QUANTIFIED
                || LOOK_AROUND.matcher(regex).find()) {
            return null;
        }
        int repetitions = Math.max(USUAL_REPETITIONS, 2 * minLength);
        long factor = UNLIMITED.matcher(regex).find() ? repetitions : 1;
        int choices = (int) Math.min(MAX_CHOICES, MAX_WORK / (quantified * factor));
        RgxGenProperties properties = new RgxGenProperties();
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, repetitions);
        try {
            Pattern pattern = Pattern.compile(regex);
            RgxGen generator = RgxGen.parse(properties, regex);
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                String string = generator.generate(new LimitedRandom((long) variant * ATTEMPTS + attempt, choices));
                if (string.length() >= minLength
                        && string.length() <= MAX_STRING_LENGTH
                        && BoundedPattern.matches(pattern, string)) {
                    return string;
                }
            }
        } catch (RuntimeException e) {
            // The generator does not support the pattern, or needs too many choices for it.
            return null;
        }
        return null;
    }

    /** Returns the product of all numbers in quantifiers, which is their effect if all of them are nested. */
    private static long quantified(String regex) {
        long product = 1;
        Matcher quantifier = QUANTIFIER.matcher(regex);
        while (quantifier.find() && product <= MAX_QUANTIFIED) {
            String most = quantifier.group(2);
            String number = most == null || most.isEmpty() ? quantifier.group(1) : most;
            product *= number.length() > MAX_DIGITS ? MAX_QUANTIFIED + 1L : Math.max(1, Long.parseLong(number));
        }
        return product;
    }

    /** A source of random numbers that fails after a number of choices. */
    private static final class LimitedRandom extends Random {
        private static final long serialVersionUID = 1L;

        private int choices;

        LimitedRandom(long seed, int choices) {
            super(seed);
            this.choices = choices;
        }

        @Override
        protected int next(int bits) {
            if (--choices < 0) {
                throw new IllegalStateException("Too many choices");
            }
            return super.next(bits);
        }
    }
}
