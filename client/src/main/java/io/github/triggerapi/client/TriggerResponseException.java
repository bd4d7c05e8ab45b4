package io.github.triggerapi.client;

import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success, or whose body is not what the document describes.
 *
 * <p>Any status and any body arrive this way, whether the document lists them or not.
 */
public final class TriggerResponseException extends TriggerException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Headers headers;
    private final String body;
    private final transient ErrorBody error;

    TriggerResponseException(
            String message, int status, Headers headers, String body, ErrorBody error, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.error = error;
    }

    /** The HTTP status. It is 2xx where the call succeeded but the answer could not be read. */
    public int status() {
        return status;
    }

    /** The HTTP headers; names match in either case. */
    public Headers headers() {
        return headers;
    }

    /** The body as it came, at most its first 64 KiB; empty where there was none. */
    public String body() {
        return body;
    }

    /**
     * The body in the class that the document gives for this status of this operation, such as {@code ErrorResponse}.
     *
     * @return empty where the document gives none for it, or the body is of another form
     */
    public Optional<Object> error() {
        return Optional.ofNullable(error.documented());
    }

    /**
     * The body as an object of a class of your choice.
     *
     * @param type a generated class, usually {@code ErrorResponse}
     * @return empty where the body is no JSON of that form
     */
    public <E> Optional<E> error(Class<E> type) {
        return Optional.ofNullable(error.as(type));
    }
}
