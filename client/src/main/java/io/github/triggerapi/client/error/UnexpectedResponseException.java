package io.github.triggerapi.client.error;

import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A success whose body is not what the document describes, is missing, or is longer than the client reads. The server has
 * acted on the request; to send it again would be to do it twice.
 */
public final class UnexpectedResponseException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    private UnexpectedResponseException(ErrorAnswer answer, String reason, @Nullable Throwable cause) {
        super(answer, answer.unreadable(reason), answer.cause(cause));
    }

    /**
     * The exception for such an answer.
     *
     * @param request the request as it was sent; the key in its header {@code Authorization} is taken out of all texts
     * @param body the text of the answer; its first 65,536 characters are kept
     * @param reason what is wrong with it
     */
    public static UnexpectedResponseException of(
            Request request, int status, Headers headers, String body, String reason, @Nullable Throwable cause) {
        return new UnexpectedResponseException(new ErrorAnswer(request, status, headers, body), reason, cause);
    }
}
