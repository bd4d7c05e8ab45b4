package io.github.triggerapi.mock.resource;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a resource to respond with a status other than the documented success. It needs no Jakarta REST runtime, which
 * {@code jakarta.ws.rs.WebApplicationException} does.
 */
public final class ResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Object body;

    /**
     * Creates an exception whose response has the form that the OpenAPI document describes for the errors of the operation.
     *
     * @param status from 200 to 599
     * @param message the message for the caller
     */
    public ResponseException(int status, String message) {
        this(status, message, null);
    }

    /**
     * Creates an exception whose response has a body of its own.
     *
     * @param status from 200 to 599
     * @param message the reason that is recorded with the request
     * @param body a value that Jackson can write as JSON; null for the form that the OpenAPI document describes
     */
    public ResponseException(int status, String message, @Nullable Object body) {
        // No stack trace, because an error response is ordinary work of a mock server.
        super(Objects.requireNonNull(message, "message"), null, false, false);
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("expected a status from 200 to 599, found " + status);
        }
        this.status = status;
        this.body = body;
    }

    /** Returns the status of the response. */
    public int status() {
        return status;
    }

    /** Returns the body of the response; null if it has the documented form. */
    public @Nullable Object body() {
        return body;
    }
}
