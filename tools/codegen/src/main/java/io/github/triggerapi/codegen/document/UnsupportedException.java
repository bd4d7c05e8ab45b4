package io.github.triggerapi.codegen.document;

/** Something in the document that the generated code could not say without losing it. */
public final class UnsupportedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedException(Node where, String reason) {
        this(where.pointer(), reason);
    }

    public UnsupportedException(String pointer, String reason) {
        super(VisibleText.of(pointer + ": " + reason));
    }
}
