package io.github.triggerapi.codegen.source;

/**
 * A piece of a generated file. Templates print nothing else.
 *
 * <p>Text of a document gets into a piece only by way of a class in this package, which either escapes it or refuses
 * what is not a name.
 */
public sealed interface Source permits JavaCode, CommentText, Javadoc, ClassName {

    /** Returns the piece as it stands in the file. */
    String source();

    /** Whether the piece adds nothing to the file. */
    default boolean isEmpty() {
        return source().isEmpty();
    }
}
