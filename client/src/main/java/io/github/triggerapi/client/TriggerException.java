package io.github.triggerapi.client;

import org.jspecify.annotations.Nullable;

/** A call that did not give what it was made for. */
public abstract class TriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TriggerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
