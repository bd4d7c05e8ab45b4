package io.github.triggerapi.client.error;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A call that did not give what it was made for. Its message names the request, and never the secret key. */
public abstract class TriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String path;

    TriggerException(Request request, String message, @Nullable Throwable cause) {
        super(request.method() + " " + request.url().encodedPath() + message, cause);
        this.method = request.method();
        this.path = request.url().encodedPath();
    }

    /** The HTTP method of the request, such as {@code POST}. */
    public String method() {
        return method;
    }

    /** The path of the request as it was encoded, without the query. */
    public String path() {
        return path;
    }
}
