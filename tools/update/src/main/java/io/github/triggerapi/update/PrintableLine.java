package io.github.triggerapi.update;

import io.github.triggerapi.openapi.VisibleText;
import java.util.regex.Pattern;

/** Converts strings to a single line in which control and invisible characters are shown as visible signs. */
public final class PrintableLine {

    private static final Pattern BREAK = Pattern.compile("\\R|\t");

    private PrintableLine() {}

    /** Returns the string as one line, without leading and trailing whitespace. */
    public static String of(String text) {
        return VisibleText.of(BREAK.matcher(text.strip()).replaceAll(" "));
    }
}
