package io.github.triggerapi.client.internal.auth;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds the secret key to requests to the configured server, and to no others. */
public final class AuthorizationInterceptor implements Interceptor {

    private final SecretKeySource source;
    private final ServerUrl server;

    public AuthorizationInterceptor(SecretKeySource source, ServerUrl server) {
        this.source = source;
        this.server = server;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!server.hasSameOriginAs(request.url()) || request.header("Authorization") != null) {
            return chain.proceed(request);
        }
        return chain.proceed(
                request.newBuilder().header("Authorization", authorization()).build());
    }

    private String authorization() throws IOException {
        try {
            return source.get().authorization();
        } catch (RuntimeException e) {
            // An unchecked exception would end OkHttp's thread.
            ProtocolException failure = new ProtocolException("The supplier of the secret key failed");
            failure.initCause(e);
            throw failure;
        }
    }
}
