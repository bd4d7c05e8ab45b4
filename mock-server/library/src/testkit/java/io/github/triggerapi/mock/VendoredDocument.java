package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.document.Document;

/** The vendored document, which a build may replace by another one ({@code -Dspec}). */
public final class VendoredDocument {

    private VendoredDocument() {}

    /**
     * Returns whether it is in use, with or without the supplement. Only then its lock is on the class path. Tests of its
     * content are skipped with another document.
     */
    public static boolean isInUse() {
        return Document.class.getResource("/io/github/triggerapi/spec/trigger-api.lock.properties") != null;
    }
}
