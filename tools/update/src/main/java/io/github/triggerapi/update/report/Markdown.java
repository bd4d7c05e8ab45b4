package io.github.triggerapi.update.report;

import java.util.regex.Pattern;

/** Texts as GitHub shows them in Markdown: as they stand, without a link, a mention or a picture made of them. */
final class Markdown {

    /** Parts a word in two for whoever looks for names and addresses, and for nobody who reads it. */
    private static final String NOTHING = "&#8203;";

    /** An underscore within a word is none of them. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*~\\[\\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    /** What GitHub makes links and pictures of, wherever it stands. */
    private static final Pattern LINKED =
            Pattern.compile("@|:(?=//|\\w+:)|(?<=www)(?=\\.)|#(?=\\d)|(?<=gh)-(?=\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /** A text in the midst of a line. */
    static String text(String text) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String marked = SPECIAL.matcher(html).replaceAll("\\\\$0");
        return LINKED.matcher(marked).replaceAll("$0" + NOTHING).replace("$", "&#36;");
    }

    /** A text of one line as code, in which GitHub looks for nothing. */
    static String code(String text) {
        String fence = "`".repeat(longest(text) + 1);
        boolean apart = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ") && text.endsWith(" ");
        return apart ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** Lines as a block of code. */
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
