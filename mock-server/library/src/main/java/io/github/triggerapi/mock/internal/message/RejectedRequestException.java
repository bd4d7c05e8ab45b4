package io.github.triggerapi.mock.internal.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rejects a request with an error response: its HTTP status, the message for the caller, and additional headers. */
public final class RejectedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /** The response in the form of the document, null if that is not known. */
    private final transient @Nullable MockResponse documented;

    public RejectedRequestException(int status, String message) {
        this(status, message, Map.of());
    }

    public RejectedRequestException(int status, String message, Map<String, String> headers) {
        this(status, message, headers, null);
    }

    private RejectedRequestException(
            int status, String message, Map<String, String> headers, @Nullable MockResponse documented) {
        // No stack trace, because rejecting requests is ordinary work here.
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
        this.documented = documented;
    }

    /** Rejects with status 503 a request that there is no room for now. */
    public static RejectedRequestException retryLater(String message) {
        return new RejectedRequestException(503, message, Map.of("Retry-After", "1"));
    }

    /** Returns the same rejection with the response in the form of the document. */
    public RejectedRequestException as(MockResponse response) {
        return new RejectedRequestException(status, message(), headers, response);
    }

    /** Returns whether its response has the form of the document. */
    public boolean isDocumented() {
        return documented != null;
    }

    public int status() {
        return status;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public MockResponse response() {
        MockResponse bare = documented != null
                ? documented
                : status == 204 ? MockResponse.of(status, null, new byte[0]) : MockResponse.error(status, message());
        return bare.with(headers);
    }
}
