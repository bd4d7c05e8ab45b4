package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;

/** Thrown for a part of a document that generated code cannot express. */
public final class UnsupportedException extends DocumentException {

    private static final long serialVersionUID = 1L;

    public UnsupportedException(Node where, String reason) {
        this(where.pointer(), reason);
    }

    public UnsupportedException(String pointer, String reason) {
        super(pointer, reason);
    }
}
