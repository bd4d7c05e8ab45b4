package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;

/**
 * Thrown for a part of a document that has no counterpart in Java. What holds the part stays raw, such as any JSON for a
 * schema, and a note says so.
 */
public final class UnsupportedPartException extends DocumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnsupportedPartException(Node where, String reason) {
        super(where.pointer(), reason);
        this.reason = reason;
    }

    /** Returns why the part has no counterpart, without its place. */
    public String reason() {
        return reason;
    }
}
