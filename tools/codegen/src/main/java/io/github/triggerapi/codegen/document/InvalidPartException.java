package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;

/** Thrown for a part of a document that is wrong in itself, or whose values generated code would lose. */
public final class InvalidPartException extends DocumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param problem what is wrong, and what is expected instead
     */
    public InvalidPartException(Node where, String problem) {
        super(where.pointer(), problem);
    }
}
