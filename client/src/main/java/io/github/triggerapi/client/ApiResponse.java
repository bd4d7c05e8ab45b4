package io.github.triggerapi.client;

import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer with what came beside its body.
 *
 * @param <T> the type of the body
 */
public final class ApiResponse<T> {

    private final int status;
    private final Headers headers;
    private final @Nullable T body;

    ApiResponse(int status, Headers headers, @Nullable T body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The HTTP status, from 200 to 299. */
    public int status() {
        return status;
    }

    /** The HTTP headers; names match in either case. */
    public Headers headers() {
        return headers;
    }

    /** The body; null where the answer has none. */
    public @Nullable T body() {
        return body;
    }
}
