package io.github.triggerapi.openapi;

import org.jspecify.annotations.Nullable;

/** Checks that every parser reads the same value of a number. */
final class NumberPrecisionCheck {

    /** As many characters as Jackson reads. */
    private static final int MAX_LENGTH = 1000;

    private NumberPrecisionCheck() {}

    /** Returns what is wrong with an integer, or null. */
    static @Nullable String problemOfInteger(String written) {
        return written.length() > MAX_LENGTH
                ? "a number of more than " + MAX_LENGTH + " characters; expected less"
                : null;
    }

    /**
     * Returns what is wrong with a number that has a point or an exponent, or null.
     *
     * @param exact whether it may be one that a double cannot hold
     */
    static @Nullable String problem(String written, boolean exact) {
        String number = written.replace("_", "");
        String tooLong = problemOfInteger(number);
        if (tooLong != null) {
            return tooLong;
        }
        if (!digits(number).matches(".*[0-9].*")) {
            return "the number " + written + "; expected one that JSON has";
        }
        return exact || isDouble(number) ? null : "the number " + written + "; expected one that a double can hold";
    }

    /** Returns whether a double is neither infinite nor zero for the number, unless that is zero. */
    static boolean isDouble(String number) {
        double value = 0;
        // YAML has numbers to base 60.
        for (String part : number.replaceFirst("^[-+]", "").split(":")) {
            value = value * 60 + Double.parseDouble(part);
        }
        boolean lost = value == 0 && digits(number).matches(".*[1-9].*");
        return !lost && !Double.isInfinite(value);
    }

    private static String digits(String number) {
        return number.split("[eE]")[0];
    }
}
