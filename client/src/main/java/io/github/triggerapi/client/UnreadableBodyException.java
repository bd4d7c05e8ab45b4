package io.github.triggerapi.client;

import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A body that is not what the document describes; on its way from the converter to the caller's exception. */
final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Buffer body;

    UnreadableBodyException(String message, Buffer body, @Nullable Throwable cause) {
        super(message, cause);
        this.body = body;
    }

    Buffer body() {
        return body;
    }
}
