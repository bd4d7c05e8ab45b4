package io.github.triggerapi.client;

import java.net.ProtocolException;
import okhttp3.Response;

/** An answer that is longer than the client reads; of a kind that is not tried again. */
final class BodyTooLongException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final transient Response answer;
    private final String start;

    BodyTooLongException(long limit, Response answer, String start) {
        super("it is longer than " + limit + " bytes");
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
