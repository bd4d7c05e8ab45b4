package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects everything that is not supported, so that one run reports all of it. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    /** Returns the value of a supplier, or the fallback if it throws a {@link DocumentException}, which is recorded. */
    public <T> T collect(T fallback, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (DocumentException e) {
            if (!found.contains(e.getMessage())) {
                found.add(e.getMessage());
            }
            return fallback;
        }
    }

    /** Runs an action. If it throws a {@link DocumentException}, this is recorded. */
    public void collect(Runnable action) {
        collect(null, () -> {
            action.run();
            return null;
        });
    }

    /**
     * Throws an exception if anything was recorded.
     *
     * @param name the name of the document in the message
     * @throws UnsupportedDocumentException if anything was recorded
     */
    public void throwIfAny(String name) {
        if (!found.isEmpty()) {
            throw new UnsupportedDocumentException(name, found);
        }
    }
}
