package io.github.triggerapi.update;

import io.github.triggerapi.openapi.VisibleText;

/** A text in one line, with a visible sign for each character that would act on what shows it. */
public final class PrintableLine {

    private PrintableLine() {}

    /** The text in one line, without what is blank around it. */
    public static String of(String text) {
        return VisibleText.of(text.strip().replaceAll("\\R|\t", " "));
    }
}
