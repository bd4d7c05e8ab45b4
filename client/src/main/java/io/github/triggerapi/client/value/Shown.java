package io.github.triggerapi.client.value;

/** A text as a message shows it: in one line and not at any length. */
final class Shown {

    private static final int LIMIT = 100;

    private Shown() {}

    static String quoted(String text) {
        return '"' + oneLine(text) + '"';
    }

    static String oneLine(String text) {
        String start = text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
        return start.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "\uFFFD");
    }
}
