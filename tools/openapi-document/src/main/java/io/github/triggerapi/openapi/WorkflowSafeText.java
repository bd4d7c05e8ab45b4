package io.github.triggerapi.openapi;

import java.util.stream.Collectors;

/**
 * Makes text of a document safe to print on a console.
 *
 * <p>The result is {@link VisibleText} in which the runner of GitHub Actions finds no command. The runner takes a line for
 * a command if it begins with {@code ::}, even after Unicode white space, or contains {@code ##[}.
 */
public final class WorkflowSafeText {

    private WorkflowSafeText() {}

    /** Returns the text; each line after the first begins with a bar. */
    public static String of(String text) {
        return text.lines().map(WorkflowSafeText::line).collect(Collectors.joining("\n| "));
    }

    private static String line(String line) {
        return VisibleText.of(line.replace('\t', ' '))
                .replaceFirst("^([\\s\\p{Z}]*:)(?=:)", "$1 ")
                .replace("##[", "## [");
    }
}
