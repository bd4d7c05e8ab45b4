package io.github.triggerapi.client.internal.interceptor;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from resending requests after status 408, and after 503 with {@code Retry-After: 0}. Only the retry policy
 * decides how often a request is sent; without this class, a policy of one attempt would send it twice. OkHttp also fails
 * at a {@code Retry-After} that exceeds an int.
 *
 * <p>OkHttp has no setting for this, but leaves alone responses to retry after one second or later. So OkHttp sees such a
 * {@code Retry-After}, and all others see the header that the server sent.
 */
public final class FollowUpSuppressor {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String ORIGINAL = "x-original-retry-after";

    private FollowUpSuppressor() {}

    /** Intercepts responses before OkHttp looks at them; the outermost network interceptor. */
    public static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (!isFollowedUp(response)) {
            return response;
        }
        Headers headers =
                move(response, RETRY_AFTER, ORIGINAL).set(RETRY_AFTER, "1").build();
        return response.newBuilder().headers(headers).build();
    }

    /** Intercepts responses after OkHttp has looked at them; the innermost application interceptor. */
    public static Response restoreRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return isFollowedUp(response)
                ? response.newBuilder()
                        .headers(move(response, ORIGINAL, RETRY_AFTER).build())
                        .build()
                : response;
    }

    private static boolean isFollowedUp(Response response) {
        return response.code() == HttpURLConnection.HTTP_CLIENT_TIMEOUT
                || response.code() == HttpURLConnection.HTTP_UNAVAILABLE;
    }

    /** Returns the headers of a response, with those of one name under another. */
    private static Headers.Builder move(Response response, String from, String to) {
        Headers.Builder headers = response.headers().newBuilder().removeAll(to).removeAll(from);
        response.headers(from).forEach(value -> headers.addUnsafeNonAscii(to, value));
        return headers;
    }
}
