package io.github.triggerapi.client.internal.interceptor;

import java.net.ProtocolException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Thrown if a body was not read to its end, and the request is not to be retried. */
public final class IncompleteBodyException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private final transient Response response;

    /** @param start what was read of the body */
    IncompleteBodyException(String message, Response response, String start, @Nullable Throwable cause) {
        super(message);
        initCause(cause);
        this.response =
                response.newBuilder().body(ResponseBody.create(start, null)).build();
    }

    /** Returns the response, with what was read of its body. */
    public Response response() {
        return response;
    }
}
