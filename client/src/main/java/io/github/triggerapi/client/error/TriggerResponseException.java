package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorBody;
import io.github.triggerapi.client.internal.error.ErrorDetails;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Thrown if a response is not successful, or its body is not what the spec describes or the call returns.
 *
 * <p>All statuses and bodies result in this exception, whether the spec describes them or not. Common statuses have a
 * subclass; others have this class itself, including redirects, which are not followed.
 *
 * <p>Headers and body are those of the response, except that the secret key is removed if the server sent it back.
 */
public class TriggerResponseException extends TriggerException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Headers headers;
    private final String body;
    private final transient @Nullable ErrorBody error;

    TriggerResponseException(ErrorDetails details, String message, @Nullable Throwable cause) {
        super(details.request(), message, cause);
        this.status = details.status();
        this.headers = details.headers();
        this.body = details.body();
        this.error = details.error();
    }

    TriggerResponseException(ErrorDetails details) {
        this(details, details.message(), null);
    }

    /**
     * Returns the exception for a response that a Retrofit instance of your own returned.
     *
     * @param response is not {@linkplain Response#isSuccessful() successful}; its body is consumed
     */
    public static TriggerResponseException of(Response<?> response) {
        ErrorDetails details = new ErrorDetails(response.raw(), response.errorBody());
        return switch (response.code()) {
            case 400 -> new BadRequestException(details);
            case 401 -> new UnauthorizedException(details);
            case 403 -> new ForbiddenException(details);
            case 404 -> new NotFoundException(details);
            case 409 -> new ConflictException(details);
            case 422 -> new UnprocessableContentException(details);
            case 429 -> new TooManyRequestsException(details);
            default ->
                response.code() >= 500 ? new ServerErrorException(details) : new TriggerResponseException(details);
        };
    }

    /** Returns the HTTP status. It is 2xx in an {@link UnexpectedResponseException} and an {@link OtherSuccessException}. */
    public int status() {
        return status;
    }

    /** Returns the HTTP headers. Their names are case-insensitive. They are not serialized with the exception. */
    public Headers headers() {
        return headers == null ? Headers.of() : headers;
    }

    /** Returns the id that the service gave this request: the header {@code x-request-id}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(headers().get("x-request-id"));
    }

    /** Returns the body, of which the first 64 KiB are kept; empty if there was none. */
    public String body() {
        return body;
    }

    /**
     * Returns the body as an object of the class that the spec gives for this status of this operation, such as
     * {@code ErrorResponse}.
     *
     * @return empty if the spec gives none, or the body does not match it
     */
    public Optional<Object> error() {
        return errorBody().documented();
    }

    /**
     * Returns the body as an object of a class.
     *
     * @param type usually a generated class, such as {@code ErrorResponse}
     * @return empty if the body is not such JSON. A required member may be missing; its accessor throws then
     * @see #errorMessage()
     */
    public <E> Optional<E> error(Class<E> type) {
        return errorBody().as(type);
    }

    /**
     * Returns the message in the body, whatever its class: the member {@code error}, or else {@code detail}, {@code title}
     * or {@code message}, as {@code application/problem+json} has them.
     *
     * @return empty if the body is not a JSON object with one of these strings
     */
    public Optional<String> errorMessage() {
        return errorBody().message();
    }

    private ErrorBody errorBody() {
        return error == null ? ErrorBody.parse(body, status, null) : error;
    }
}
