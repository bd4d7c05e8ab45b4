package io.github.triggerapi.update.report;

import java.util.regex.Pattern;

/** Escapes strings for Markdown on GitHub, so that none becomes a link, a mention or an image. */
final class Markdown {

    /** A zero-width space, which prevents the detection of names and URLs. */
    private static final String NOTHING = "&#8203;";

    /** Characters with a meaning in Markdown; an underscore within a word has none. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*~\\[\\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    /** Positions in strings that GitHub turns into links and images. */
    private static final Pattern LINKED =
            Pattern.compile("@|:(?=//|\\w+:)|(?<=www)(?=\\.)|#(?=\\d)|(?<=gh)-(?=\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Escapes a string within a line. */
    static String text(String text) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String marked = SPECIAL.matcher(html).replaceAll("\\\\$0");
        return LINKED.matcher(marked).replaceAll("$0" + NOTHING).replace("$", "&#36;");
    }

    /** Returns a string of one line as inline code. */
    static String code(String text) {
        String fence = "`".repeat(longest(text) + 1);
        boolean apart = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        return apart ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** Returns lines as a block of code. */
    static String block(String lines) {
        String fence = "`".repeat(Math.max(3, longest(lines) + 1));
        return fence + "markdown\n" + lines + fence + "\n";
    }

    private static int longest(String text) {
        return TICKS.matcher(text)
                .results()
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
    }
}
