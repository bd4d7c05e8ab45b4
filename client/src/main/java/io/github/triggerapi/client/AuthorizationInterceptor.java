package io.github.triggerapi.client;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the secret key to requests that go to the configured server, and to no others. */
final class AuthorizationInterceptor implements Interceptor {

    private final KeySource key;
    private final Origin origin;

    AuthorizationInterceptor(KeySource key, Origin origin) {
        this.key = key;
        this.origin = origin;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!origin.includes(request.url()) || request.header("Authorization") != null) {
            return chain.proceed(request);
        }
        return chain.proceed(
                request.newBuilder().header("Authorization", authorization()).build());
    }

    private String authorization() throws IOException {
        try {
            return key.key().authorization();
        } catch (RuntimeException e) {
            // OkHttp would have an unchecked one end its thread.
            ProtocolException failure = new ProtocolException("there is no secret key: its supplier failed");
            failure.initCause(e);
            throw failure;
        }
    }
}
