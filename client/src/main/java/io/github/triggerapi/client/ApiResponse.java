package io.github.triggerapi.client;

import java.util.Optional;
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

    /** What the service calls this request in its header {@code x-request-id}; empty where it does not say. */
    public Optional<String> requestId() {
        return Optional.ofNullable(headers.get("x-request-id"));
    }

    /** The body; null where the answer has none. */
    public @Nullable T body() {
        return body;
    }

    /** The status and the body, whose text may be long. */
    @Override
    public String toString() {
        return "ApiResponse(" + status + ", " + body + ")";
    }
}
