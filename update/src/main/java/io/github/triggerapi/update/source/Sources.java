package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RefusedException;
import java.util.List;

/** Finds documents at addresses, in files and in pages of documentation. */
public final class Sources {

    private Sources() {}

    /**
     * Reads a document.
     *
     * @param locations addresses with {@code https} or {@code http}, or paths of files; several are merged into one
     * @throws RefusedException where there is no document, or several that do not fit together
     */
    public static Revision read(List<String> locations) {
        throw new UnsupportedOperationException();
    }
}
