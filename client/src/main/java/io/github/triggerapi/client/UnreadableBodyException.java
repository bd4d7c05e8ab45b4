package io.github.triggerapi.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that is not what the document describes; on its way from the converter to the caller's exception. */
final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String body;

    UnreadableBodyException(String message, String body, @Nullable Throwable cause) {
        super(message, cause);
        this.body = body;
    }

    String body() {
        return body;
    }
}
