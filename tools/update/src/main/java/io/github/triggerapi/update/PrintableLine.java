package io.github.triggerapi.update;

import io.github.triggerapi.openapi.VisibleText;

/** Converts strings to a single line in which control and invisible characters are shown as visible signs. */
public final class PrintableLine {

    private PrintableLine() {}

    /** Returns the string as one line, without leading and trailing whitespace. */
    public static String of(String text) {
        return VisibleText.of(text.strip().replaceAll("\\R|\t", " "));
    }
}
