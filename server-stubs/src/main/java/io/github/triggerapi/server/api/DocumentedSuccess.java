package io.github.triggerapi.server.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A success that a method of an interface throws: one whose body it does not return, or one with headers. The interface has a
 * method that creates it for each such response of the OpenAPI document. {@link SuccessStatus} makes a response of it.
 */
public final class DocumentedSuccess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String mediaType;
    private final transient @Nullable Object body;
    private final transient Map<String, String> headers;

    private DocumentedSuccess(
            int status, @Nullable String mediaType, @Nullable Object body, Map<String, String> headers) {
        // No stack trace, because a success is no failure.
        super("Status " + status, null, false, false);
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = headers;
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
        return new DocumentedSuccess(status, mediaType, body, Map.of());
    }

    /**
     * Returns the same success with a further header.
     *
     * @param name for example one of {@code ResponseHeaders}
     */
    public DocumentedSuccess header(String name, Object value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value.toString());
        return new DocumentedSuccess(status, mediaType, body, Collections.unmodifiableMap(all));
    }

    /** Returns the status of the response. */
    public int status() {
        return status;
    }

    /** Returns the media type of the body; null without a body. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** Returns the body; null if there is none. */
    public @Nullable Object body() {
        return body;
    }

    /** Returns the values of the headers by name. */
    public Map<String, String> headers() {
        return headers;
    }
}
