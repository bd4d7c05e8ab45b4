package io.github.triggerapi.codegen.source;

import io.github.triggerapi.openapi.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML composed of safe parts. */
record ComposedComment(String source) implements CommentText {

    /** Neither group contains the start of another link, as the time would otherwise be quadratic. */
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]++)]\\((https?://[^()\\[\\s]++)\\)");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Escapes ends of comments and Unicode escapes, including those that two parts form together. */
    ComposedComment {
        source = source.replace("*/", "*&#47;").replace("\\u", "&#92;u");
    }

    static ComposedComment text(String text) {
        return new ComposedComment(escape(text));
    }

    static ComposedComment code(String text) {
        String visible = VisibleText.of(text);
        boolean plain =
                !visible.contains("*/") && !visible.contains("\\u") && !visible.contains("@") && isBalanced(visible);
        return new ComposedComment(plain ? "{@code " + visible + "}" : "<code>" + escape(visible) + "</code>");
    }

    /** Returns Markdown without paragraphs. */
    static ComposedComment markdown(String markdown) {
        return new ComposedComment(replace(
                markdown,
                CODE,
                ComposedComment::links,
                code -> code(code.group(1)).source()));
    }

    private static String links(String markdown) {
        return replace(markdown, LINK, ComposedComment::escape, ComposedComment::link);
    }

    private static String link(MatchResult link) {
        String address = link.group(2);
        return isUri(address)
                ? "<a href=\"" + escape(address).replace("\"", "&quot;") + "\">" + escape(link.group(1)) + "</a>"
                : escape(link.group());
    }

    /** Returns whether doclint accepts an address. */
    private static boolean isUri(String address) {
        try {
            return new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String replace(
            String text, Pattern pattern, UnaryOperator<String> outside, Function<MatchResult, String> inside) {
        StringBuilder replaced = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int end = 0;
        while (matcher.find()) {
            replaced.append(outside.apply(text.substring(end, matcher.start()))).append(inside.apply(matcher));
            end = matcher.end();
        }
        return replaced.append(outside.apply(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return VisibleText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;");
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
