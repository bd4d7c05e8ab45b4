package io.github.triggerapi.codegen.source;

/**
 * A part of a generated file. Templates print nothing else.
 *
 * <p>Text of a document gets into it only through the classes of this package, which escape the text or reject it.
 */
public sealed interface SafeSource permits JavaCode, CommentText, Javadoc, ClassName {

    /** Returns the text in the file. */
    String source();

    /** Returns whether there is no text. */
    default boolean isEmpty() {
        return source().isEmpty();
    }
}
