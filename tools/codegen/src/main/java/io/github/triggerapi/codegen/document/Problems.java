package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.DocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what cannot be generated, so that one run names every place and not only the first. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    /** The value of the supplier, or {@code fallback} where it finds something unsupported, which is then on record. */
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

    /** Runs the action; what it finds unsupported is then on record. */
    public void collect(Runnable action) {
        collect(null, () -> {
            action.run();
            return null;
        });
    }

    /**
     * Ends the generation where anything was found.
     *
     * @param name what the document is called in the message
     */
    public void throwIfAny(String name) {
        if (!found.isEmpty()) {
            throw new UnsupportedDocumentException(name, found);
        }
    }
}
