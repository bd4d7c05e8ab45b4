package io.github.triggerapi.client;

import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * A successful response: its body, status and headers.
 *
 * @param <T> the type of the body
 */
public final class ApiResponse<T> {

    private final int status;
    private final Headers headers;
    private final @Nullable T body;

    ApiResponse(Response<T> response) {
        this.status = response.code();
        this.headers = response.headers();
        this.body = response.body();
    }

    /** Returns the HTTP status, from 200 to 299. */
    public int status() {
        return status;
    }

    /** Returns the HTTP headers. Their names are case-insensitive. */
    public Headers headers() {
        return headers;
    }

    /** Returns the id that the service gave this request: the header {@code x-request-id}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(headers.get("x-request-id"));
    }

    /** Returns the body; null if the response has none. */
    public @Nullable T body() {
        return body;
    }

    /** Returns the status and the body, which may be long. */
    @Override
    public String toString() {
        return "ApiResponse(" + status + ", " + body + ")";
    }
}
