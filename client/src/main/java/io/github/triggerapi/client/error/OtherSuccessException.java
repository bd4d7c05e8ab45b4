package io.github.triggerapi.client.error;

import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.internal.converter.OtherBody;
import io.github.triggerapi.client.internal.error.ErrorDetails;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by {@code ApiCall.send} if the response is a documented success whose body has another type than the call
 * returns. The server has acted on the request. {@code ApiCall.exchange} returns such a response.
 */
public final class OtherSuccessException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object value;

    private OtherSuccessException(ErrorDetails details, Object value) {
        super(
                details,
                " returned " + details.status() + " with a body of another type than the call returns;"
                        + " ApiCall.exchange returns such a response",
                null);
        this.value = value;
    }

    /**
     * Returns the exception for a successful response, for tests.
     *
     * @param value the body as an object
     */
    public static OtherSuccessException of(Response response, Object value) {
        return new OtherSuccessException(new ErrorDetails(response, response.body()), value);
    }

    /**
     * Returns the body as an object of the class that the spec gives for the status.
     *
     * @return empty if it is of another class, or the exception was serialized
     */
    public <B> Optional<B> bodyAs(Class<B> type) {
        return bodyAs(TypeToken.get(type));
    }

    /**
     * Returns the body as an object of a type, such as {@code new TypeToken<List<String>>() {}}.
     *
     * @return empty if it is of another type, or the exception was serialized
     */
    public <B> Optional<B> bodyAs(TypeToken<B> type) {
        return OtherBody.as(value, type);
    }
}
