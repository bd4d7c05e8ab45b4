package io.github.triggerapi.openapi.merge;

import java.nio.file.Path;

/** A kind of file beside a document, with rules about it by JSON pointer, such as {@code api.value-types.yaml} of {@code api.yaml}. */
public enum Rules {
    /** The meanings of strings. */
    VALUE_TYPES(".value-types.yaml"),
    /** The methods of the client beyond one for each operation. */
    CLIENT_METHODS(".client-methods.yaml");

    private final String suffix;

    Rules(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the file beside a document, which may be missing. */
    public Path beside(Path document) {
        return document.resolveSibling(document.getFileName().toString().replaceFirst("\\.[^.]*$", "") + suffix);
    }
}
