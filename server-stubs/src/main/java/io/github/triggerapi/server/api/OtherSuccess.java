package io.github.triggerapi.server.api;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * A success other than the one whose body a method of an interface returns. The method throws it, and the interface has a
 * method that creates it for each such response of the OpenAPI document.
 */
public final class OtherSuccess extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    private OtherSuccess(Response response) {
        super(response);
    }

    /**
     * Returns a success.
     *
     * @param status from 200 to 299
     * @param mediaType the media type of the body; null without a body
     */
    public static OtherSuccess of(int status, @Nullable String mediaType, @Nullable Object body) {
        if (status / 100 != 2) {
            throw new IllegalArgumentException("expected a success status, found " + status);
        }
        // JAX-RS itself writes a string as it is, whatever the media type.
        boolean jsonString = body instanceof String && mediaType != null && mediaType.contains("json");
        Object entity = jsonString ? TextNode.valueOf((String) body) : body;
        return new OtherSuccess(
                Response.status(status).type(mediaType).entity(entity).build());
    }

    /** Does nothing, as a success needs no stack trace. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
