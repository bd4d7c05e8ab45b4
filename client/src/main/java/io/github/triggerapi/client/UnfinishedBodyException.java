package io.github.triggerapi.client;

import java.net.ProtocolException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An answer whose body was not read to its end, and is not to be asked for again. */
final class UnfinishedBodyException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final transient Response answer;
    private final String start;

    UnfinishedBodyException(String message, Response answer, String start, @Nullable Throwable cause) {
        super(message);
        initCause(cause);
        this.answer = answer;
        this.start = start;
    }

    /** The answer, whose body is no longer to be read. */
    Response answer() {
        return answer;
    }

    /** What it begins with. */
    String start() {
        return start;
    }
}
