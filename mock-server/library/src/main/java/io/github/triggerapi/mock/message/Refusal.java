package io.github.triggerapi.mock.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error: its HTTP status, the text for the caller and extra response headers. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /** How the document has it, null where that is not known. */
    private final transient @Nullable Answer documented;

    public Refusal(int status, String text) {
        this(status, text, Map.of());
    }

    public Refusal(int status, String text, Map<String, String> headers) {
        this(status, text, headers, null);
    }

    private Refusal(int status, String text, Map<String, String> headers, @Nullable Answer documented) {
        // Refusing is ordinary work here, a stack trace would only cost time.
        super(text, null, false, false);
        this.status = status;
        this.headers = headers;
        this.documented = documented;
    }

    /** The same refusal in the form that the document has for it. */
    public Refusal as(Answer answer) {
        return new Refusal(status, text(), headers, answer);
    }

    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public Answer answer() {
        Answer bare = documented != null
                ? documented
                : status == 204 ? Answer.of(status, null, new byte[0]) : Answer.error(status, text());
        return bare.with(headers);
    }
}
