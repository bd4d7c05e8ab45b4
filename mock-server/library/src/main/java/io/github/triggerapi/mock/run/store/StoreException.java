package io.github.triggerapi.mock.run.store;

import org.jspecify.annotations.Nullable;

/** Thrown if a store cannot do what it is asked to do, and may be able to later. */
public abstract class StoreException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param message one line for the caller of the API */
    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
