package io.github.triggerapi.codegen.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text of a Javadoc comment, in HTML. */
public sealed interface CommentText extends SafeSource permits Name, ComposedComment {

    /** No text. */
    CommentText NONE = of("");

    /**
     * Returns a pattern with each {@code $} replaced by the part at its position.
     *
     * @param pattern a string literal, never text of a document
     */
    static CommentText of(String pattern, CommentText... parts) {
        return new ComposedComment(Placeholders.replace(pattern, parts));
    }

    /**
     * Returns the parts, separated by the separator.
     *
     * @param separator a string literal, never text of a document
     */
    static CommentText join(String separator, List<? extends CommentText> parts) {
        return new ComposedComment(parts.stream().map(SafeSource::source).collect(Collectors.joining(separator)));
    }

    /** Returns plain text, escaped. */
    static CommentText text(String text) {
        return ComposedComment.text(text);
    }

    /** Returns text as code, escaped. */
    static CommentText code(String text) {
        return ComposedComment.code(text);
    }

    /** Returns the first paragraph of Markdown on one line, with its links and code. */
    static CommentText markdown(String markdown) {
        return ComposedComment.markdown(
                markdown.strip().split("\\R\\s*\\R", 2)[0].replaceAll("\\s+", " "));
    }

    /** Returns this text with a capital letter at the start. */
    default CommentText capitalized() {
        return isEmpty()
                ? this
                : new ComposedComment(source().substring(0, 1).toUpperCase(Locale.ROOT) + source().substring(1));
    }
}
