package io.github.triggerapi.client.internal.message;

/** Formats strings of callers and servers for messages, on a single line and of limited length. */
public final class MessageStrings {

    /** In characters. */
    private static final int MAX_QUOTED = 100;

    private MessageStrings() {}

    /**
     * Returns a string on a single line. Control characters and line separators become spaces.
     *
     * @param maxLength the number of characters after which the string is cut off
     */
    public static String singleLine(String string, int maxLength) {
        String start = string.length() <= maxLength ? string : string.substring(0, maxLength) + "…";
        return start.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** Returns a string on a single line, of at most 100 characters, in double quotes. */
    public static String quoted(String string) {
        return '"' + singleLine(string, MAX_QUOTED) + '"';
    }
}
