package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;

/** Thrown for a part of a document that generated code cannot express. */
public final class UnsupportedPartException extends DocumentException {

    private static final long serialVersionUID = 1L;

    public UnsupportedPartException(Node where, String reason) {
        this(where.pointer(), reason);
    }

    public UnsupportedPartException(String pointer, String reason) {
        super(pointer, reason);
    }
}
