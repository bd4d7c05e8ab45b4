package io.github.triggerapi.client;

import java.io.IOException;
import java.net.HttpURLConnection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from sending a request again by itself after 408 and 503: how often and how soon is for the retry policy to
 * say, and OkHttp fails at a {@code Retry-After} that no int can hold. It leaves alone what is to be tried after a second,
 * so it is told that.
 */
final class FollowUps {

    private static final String AFTER = "Retry-After";
    private static final String AS_IT_CAME = "x-retry-after-as-it-came";

    private FollowUps() {}

    /** Sits outside of all that look at the network. */
    static Response hide(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (!isFollowedUp(response)) {
            return response;
        }
        Headers.Builder headers = headers(response, AFTER, AS_IT_CAME).set(AFTER, "1");
        return response.newBuilder().headers(headers.build()).build();
    }

    /** Sits inside of all others that see the answer. */
    static Response restore(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return isFollowedUp(response)
                ? response.newBuilder()
                        .headers(headers(response, AS_IT_CAME, AFTER).build())
                        .build()
                : response;
    }

    private static boolean isFollowedUp(Response response) {
        return response.code() == HttpURLConnection.HTTP_CLIENT_TIMEOUT
                || response.code() == HttpURLConnection.HTTP_UNAVAILABLE;
    }

    /** Those of an answer, with one in place of another. */
    private static Headers.Builder headers(Response response, String from, String to) {
        Headers.Builder headers = response.headers().newBuilder().removeAll(to).removeAll(from);
        response.headers(from).forEach(value -> headers.addUnsafeNonAscii(to, value));
        return headers;
    }
}
