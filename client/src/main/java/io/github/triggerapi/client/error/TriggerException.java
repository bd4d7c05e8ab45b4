package io.github.triggerapi.client.error;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Thrown if a call fails. The message names the request, and does not contain the secret key. */
public abstract class TriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String path;

    TriggerException(Request request, String message, @Nullable Throwable cause) {
        super(request.method() + " " + request.url().encodedPath() + message, cause);
        this.method = request.method();
        this.path = request.url().encodedPath();
    }

    /** Returns the HTTP method of the request, such as {@code POST}. */
    public String method() {
        return method;
    }

    /** Returns the encoded path of the request, without the query. */
    public String path() {
        return path;
    }
}
