package io.github.triggerapi.codegen.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text of a Javadoc comment, in HTML. */
public sealed interface CommentText extends Source permits Name, CommentHtml {

    /** No text. */
    CommentText NONE = of("");

    /**
     * Returns a pattern with each {@code $} replaced by the part at its position.
     *
     * @param pattern a string literal, never text of a document
     */
    static CommentText of(String pattern, CommentText... parts) {
        return new CommentHtml(Placeholders.replace(pattern, parts));
    }

    /**
     * Returns the parts, separated by the separator.
     *
     * @param separator a string literal, never text of a document
     */
    static CommentText join(String separator, List<? extends CommentText> parts) {
        return new CommentHtml(parts.stream().map(Source::source).collect(Collectors.joining(separator)));
    }

    /** Returns plain text, escaped. */
    static CommentText text(String text) {
        return CommentHtml.text(text);
    }

    /** Returns text as code, escaped. */
    static CommentText code(String text) {
        return CommentHtml.code(text);
    }

    /** Returns the first paragraph of Markdown on one line, with its links and code. */
    static CommentText markdown(String markdown) {
        return CommentHtml.markdown(markdown.strip().split("\\R\\s*\\R", 2)[0].replaceAll("\\s+", " "));
    }

    /** Returns this text with a capital letter at the start. */
    default CommentText capitalized() {
        return isEmpty()
                ? this
                : new CommentHtml(source().substring(0, 1).toUpperCase(Locale.ROOT) + source().substring(1));
    }
}
