package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

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

    /** Returns whether it is in use with the supplement, whose operations are marked. */
    public static boolean hasSupplement() throws IOException {
        try (InputStream document = Document.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.yaml")) {
            return isInUse()
                    && new String(document.readAllBytes(), StandardCharsets.UTF_8).contains("\"x-supplement\"");
        }
    }
}
