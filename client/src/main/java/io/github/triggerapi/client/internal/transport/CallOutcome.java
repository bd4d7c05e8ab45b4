package io.github.triggerapi.client.internal.transport;

import java.time.Duration;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What the client knows about a call when it ends, with request and response as OkHttp has them.
 *
 * @param request the request of the call, before interceptors
 * @param attempts how often it was sent
 * @param duration from the start of the call to its end
 * @param response the last response; null if there was none
 * @param failure null if the call completed with a response
 */
public record CallOutcome(
        Request request,
        int attempts,
        Duration duration,
        @Nullable Response response,
        @Nullable Throwable failure) {

    /** Returns the name of the method of the interface that a request was made by; empty if there is none. */
    public static String operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? "" : invocation.method().getName();
    }
}
