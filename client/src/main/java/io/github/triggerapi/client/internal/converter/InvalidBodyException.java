package io.github.triggerapi.client.internal.converter;

import java.io.IOException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Thrown if a response body is not what the spec describes. */
public final class InvalidBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String body;
    private final transient @Nullable Response response;

    public InvalidBodyException(String message, String body, @Nullable Throwable cause) {
        this(message, body, cause, null);
    }

    private InvalidBodyException(String message, String body, @Nullable Throwable cause, @Nullable Response response) {
        super(message, cause);
        this.body = body;
        this.response = response;
    }

    /** Returns this exception with the response that has the body. */
    public InvalidBodyException withResponse(Response response) {
        return new InvalidBodyException(String.valueOf(getMessage()), body, getCause(), response);
    }

    /** Returns the response that has the body; null if it is not known where the body is converted. */
    public @Nullable Response response() {
        return response;
    }

    /** Returns the body; empty if it was not kept. */
    public String body() {
        return body;
    }
}
