package io.github.triggerapi.codegen.document;

import java.util.stream.Collectors;

/**
 * Text for a console.
 *
 * <p>It is {@link VisibleText}, and the runner of GitHub Actions finds no command in it. The runner takes a line for a
 * command that begins with {@code ::}, even after white space, that of Unicode included, or has {@code ##[} in it.
 */
public final class ConsoleText {

    private ConsoleText() {}

    /** Returns the text with each further line marked by a bar at its beginning. */
    public static String of(String text) {
        return text.lines().map(ConsoleText::line).collect(Collectors.joining("\n| "));
    }

    private static String line(String line) {
        return VisibleText.of(line.replace('\t', ' '))
                .replaceFirst("^([\\s\\p{Z}]*:)(?=:)", "$1 ")
                .replace("##[", "## [");
    }
}
