package io.github.triggerapi.update.report;

import java.util.List;
import java.util.Locale;

/** Formats numbers, lists and long strings for reports. */
final class ReportFormat {

    private static final String CUT = "…";

    private ReportFormat() {}

    /** Returns a number with its noun, in the plural if necessary. */
    static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : plural(noun));
    }

    static String plural(String noun) {
        return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Joins parts with commas, and with a word before the last. */
    static String list(List<String> parts, String word) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " " + word + " " + parts.get(last);
    }

    /** Shortens a string to a number of characters, at the end. */
    static String start(String text, int length) {
        int all = text.codePointCount(0, text.length());
        return all <= length ? text : text.substring(0, text.offsetByCodePoints(0, length - 1)) + CUT;
    }

    /** Shortens a string to a number of characters, in the middle. */
    static String ends(String text, int length) {
        int all = text.codePointCount(0, text.length());
        if (all <= length) {
            return text;
        }
        int end = (length - 1) / 2;
        return start(text, length - end) + text.substring(text.offsetByCodePoints(text.length(), -end));
    }
}
