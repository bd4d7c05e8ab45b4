package io.github.triggerapi.client;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the secret key to requests that go to the configured server, and to no others. */
final class AuthorizationInterceptor implements Interceptor {

    private final SecretKey key;
    private final HttpUrl server;

    AuthorizationInterceptor(SecretKey key, HttpUrl server) {
        this.key = key;
        this.server = server;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        HttpUrl url = request.url();
        boolean ours =
                url.scheme().equals(server.scheme()) && url.host().equals(server.host()) && url.port() == server.port();
        if (!ours || request.header("Authorization") != null) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
                .header("Authorization", key.authorization())
                .build());
    }
}
