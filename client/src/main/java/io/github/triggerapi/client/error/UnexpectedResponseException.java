package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the body of a successful response is not what the spec describes, is missing, or is longer than the client
 * accepts. The server has acted on the request; it would act twice if the request were sent again.
 */
public final class UnexpectedResponseException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    private UnexpectedResponseException(ErrorDetails details, String reason, @Nullable Throwable cause) {
        super(details, details.invalidBodyMessage(reason), details.cause(cause));
    }

    /**
     * Returns the exception for a successful response, for tests and for Retrofit instances of your own.
     *
     * @param response its body is consumed
     * @param reason what is wrong with the body
     */
    public static UnexpectedResponseException of(Response response, String reason, @Nullable Throwable cause) {
        return new UnexpectedResponseException(new ErrorDetails(response, response.body()), reason, cause);
    }
}
