package io.github.triggerapi.server.api;

import io.github.triggerapi.server.internal.json.JsonStrings;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A success that a method of an interface throws: one whose body it does not return, or one with headers. The interface has a
 * method that creates it for each such response of the OpenAPI document.
 */
public final class DocumentedSuccess extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private DocumentedSuccess(Response response) {
        super(response);
    }

    /**
     * Returns a success.
     *
     * @param status from 200 to 299
     * @param mediaType the media type of the body; null without a body
     */
    public static DocumentedSuccess of(int status, @Nullable String mediaType, @Nullable Object body) {
        if (status / 100 != 2) {
            throw new IllegalArgumentException("expected a success status, found " + status);
        }
        return new DocumentedSuccess(Response.status(status)
                .type(mediaType)
                .entity(JsonStrings.entity(body, mediaType))
                .build());
    }

    /**
     * Returns the same success with a further header.
     *
     * @param name for example one of {@code ResponseHeaders}
     */
    public DocumentedSuccess header(String name, Object value) {
        return new DocumentedSuccess(
                Response.fromResponse(getResponse()).header(name, value).build());
    }

    /** Does nothing, as a success needs no stack trace. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
