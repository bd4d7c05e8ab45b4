package io.github.triggerapi.client.error;

import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * An answer that is no success, or whose body is not what the document describes.
 *
 * <p>Any status and any body arrive this way, whether the document lists them or not. The statuses that callers most often
 * tell apart have a class of their own; this class itself stands for the rest, redirects among them, which are not
 * followed.
 *
 * <p>Headers and body are as they came, but for the secret key, should the server have put it there.
 */
public class TriggerResponseException extends TriggerException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Headers headers;
    private final String body;
    private final transient @Nullable ErrorBody error;

    TriggerResponseException(ErrorAnswer answer, String message, @Nullable Throwable cause) {
        super(answer.request(), message, cause);
        this.status = answer.status();
        this.headers = answer.headers();
        this.body = answer.body();
        this.error = answer.error();
    }

    TriggerResponseException(ErrorAnswer answer) {
        this(answer, answer.message(), null);
    }

    /**
     * The exception for an answer that a Retrofit of your own has given.
     *
     * @param response one that is not {@linkplain Response#isSuccessful() successful}
     */
    public static TriggerResponseException of(Response<?> response) {
        return of(response.raw().request(), response.code(), response.headers(), BodyText.of(response.errorBody()));
    }

    /**
     * The exception for an answer.
     *
     * @param request the request as it was sent; the key in its header {@code Authorization} is taken out of all texts
     * @param status the HTTP status
     * @param body the text of the answer; its first 65,536 characters are kept
     */
    public static TriggerResponseException of(Request request, int status, Headers headers, String body) {
        ErrorAnswer answer = new ErrorAnswer(request, status, headers, body);
        return switch (status) {
            case 400 -> new BadRequestException(answer);
            case 401 -> new UnauthorizedException(answer);
            case 403 -> new ForbiddenException(answer);
            case 404 -> new NotFoundException(answer);
            case 409 -> new ConflictException(answer);
            case 422 -> new UnprocessableContentException(answer);
            case 429 -> new TooManyRequestsException(answer);
            default -> status >= 500 ? new ServerErrorException(answer) : new TriggerResponseException(answer);
        };
    }

    /** The HTTP status. It is 2xx where the call succeeded but the answer could not be read. */
    public int status() {
        return status;
    }

    /** The HTTP headers; names match in either case. There are none once the exception was serialized. */
    public Headers headers() {
        return headers == null ? Headers.of() : headers;
    }

    /** What the service calls this request in its header {@code x-request-id}; empty where it does not say. */
    public Optional<String> requestId() {
        return Optional.ofNullable(headers().get("x-request-id"));
    }

    /** The body, at most its first 64 KiB; empty where there was none. */
    public String body() {
        return body;
    }

    /**
     * The body in the class that the document gives for this status of this operation, such as {@code ErrorResponse}.
     *
     * @return empty where the document gives none for it, or the body is of another form
     */
    public Optional<Object> error() {
        return Optional.ofNullable(read().documented());
    }

    /**
     * The body as an object of a class of your choice.
     *
     * @param type a generated class, usually {@code ErrorResponse}
     * @return empty where the body is no JSON of that form. A member that the document requires may be missing all the
     *     same, at which its accessor throws
     * @see #errorMessage()
     */
    public <E> Optional<E> error(Class<E> type) {
        return Optional.ofNullable(read().as(type));
    }

    /**
     * What the service says in words, whatever the class of the body: the member {@code error}, or else {@code detail},
     * {@code title} or {@code message}, of which a body of the type {@code application/problem+json} has some.
     *
     * @return empty where the body is no JSON object with such a text
     */
    public Optional<String> errorMessage() {
        return read().text();
    }

    private ErrorBody read() {
        return error == null ? ErrorBody.of(body, status, null) : error;
    }
}
