package io.github.triggerapi.mock;

import java.util.Map;

/** A request that is answered with an error: its HTTP status, the text for the caller and extra response headers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    Refusal(int status, String text) {
        this(status, text, Map.of());
    }

    Refusal(int status, String text, Map<String, String> headers) {
        // Refusing is ordinary work here, a stack trace would only cost time.
        super(text, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
