package io.github.triggerapi.client;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * What is known of the answer to a call before its body is read.
 *
 * <p>Retrofit drops it when the body cannot be read; so it travels with the request, as a tag.
 */
final class Answer {

    private volatile int status;
    private volatile Headers headers = Headers.of();

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    /** Fills in the tag of a request that has one. */
    static final class Recorder implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            Response response = chain.proceed(chain.request());
            Answer answer = chain.request().tag(Answer.class);
            if (answer != null) {
                answer.status = response.code();
                answer.headers = response.headers();
            }
            return response;
        }
    }
}
