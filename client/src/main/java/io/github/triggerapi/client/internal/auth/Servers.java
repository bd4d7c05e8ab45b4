package io.github.triggerapi.client.internal.auth;

import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.SentTo;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The servers that a client sends requests to: the one that the application has set or, if it has set none, those that the
 * spec names.
 */
public final class Servers {

    private final ServerUrl usual;
    private final boolean ofDocument;
    private final boolean encrypted;

    /**
     * Creates the servers of a client.
     *
     * @param apiUrl the server that the application has set; null for none
     * @param encrypted whether requests may only be sent with encryption, as they contain secrets
     * @throws IllegalArgumentException if they would be sent without encryption
     */
    public Servers(@Nullable ServerUrl apiUrl, boolean encrypted) {
        this.ofDocument = apiUrl == null;
        this.usual = apiUrl == null ? ServerUrl.parse(ApiDocument.SERVER_URL) : apiUrl;
        this.encrypted = encrypted;
        if (encrypted) {
            usual.requireEncryption();
        }
    }

    /** Returns the server of operations for which the spec names no other. */
    public ServerUrl usual() {
        return usual;
    }

    /** Returns whether a request is to the server of its operation, and may contain its credentials. */
    boolean contain(HttpUrl url, @Nullable Invocation invocation) {
        ServerUrl server = of(invocation);
        return server.hasSameOriginAs(url) && (!encrypted || server.isProtected());
    }

    private ServerUrl of(@Nullable Invocation invocation) {
        SentTo own =
                invocation == null || !ofDocument ? null : invocation.method().getAnnotation(SentTo.class);
        return own == null ? usual : ServerUrl.parse(own.value());
    }

    /**
     * Returns the URL of a request at the server of its operation; null if the request is not to the usual server.
     *
     * @param url the URL of the request
     * @throws IllegalArgumentException if the credentials would be sent without encryption
     */
    public @Nullable HttpUrl resolve(HttpUrl url, Request request) {
        String base = usual.url().encodedPath();
        if (!usual.hasSameOriginAs(url)) {
            return null;
        }
        ServerUrl own = of(request.tag(Invocation.class));
        if (own == usual || !url.encodedPath().startsWith(base)) {
            return url;
        }
        if (encrypted) {
            own.requireEncryption();
        }
        return url.newBuilder()
                .scheme(own.url().scheme())
                .host(own.url().host())
                .port(own.url().port())
                .encodedPath(own.url().encodedPath() + url.encodedPath().substring(base.length()))
                .build();
    }
}
