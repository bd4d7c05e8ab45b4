package io.github.triggerapi.mock.internal.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error: its HTTP status, the text for the caller and extra response headers. */
public final class RejectedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /** How the document has it, null where that is not known. */
    private final transient @Nullable MockResponse documented;

    public RejectedRequestException(int status, String text) {
        this(status, text, Map.of());
    }

    public RejectedRequestException(int status, String text, Map<String, String> headers) {
        this(status, text, headers, null);
    }

    private RejectedRequestException(
            int status, String text, Map<String, String> headers, @Nullable MockResponse documented) {
        // Refusing is ordinary work here, a stack trace would only cost time.
        super(text, null, false, false);
        this.status = status;
        this.headers = headers;
        this.documented = documented;
    }

    /** The same refusal in the form that the document has for it. */
    public RejectedRequestException as(MockResponse answer) {
        return new RejectedRequestException(status, text(), headers, answer);
    }

    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public MockResponse answer() {
        MockResponse bare = documented != null
                ? documented
                : status == 204 ? MockResponse.of(status, null, new byte[0]) : MockResponse.error(status, text());
        return bare.with(headers);
    }
}
