package io.github.triggerapi.client.internal.converter;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if a response body is not what the spec describes. */
public final class InvalidBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String body;

    public InvalidBodyException(String message, String body, @Nullable Throwable cause) {
        super(message, cause);
        this.body = body;
    }

    /** Returns the body; empty if it was not kept. */
    public String body() {
        return body;
    }
}
