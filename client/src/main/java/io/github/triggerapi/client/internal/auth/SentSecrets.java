package io.github.triggerapi.client.internal.auth;

import io.github.triggerapi.client.api.SecurityScheme.In;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The secrets that a request contains. Its string form does not contain them. */
public final class SentSecrets {

    private static final String BASIC = "Basic ";

    private final List<String> secrets = new ArrayList<>();

    private SentSecrets(@Nullable String authorization) {
        if (authorization != null) {
            // The last word, as the scheme precedes it.
            secrets.add(authorization.substring(authorization.lastIndexOf(' ') + 1));
            ByteString decoded = authorization.startsWith(BASIC)
                    ? ByteString.decodeBase64(authorization.substring(BASIC.length()))
                    : null;
            if (decoded != null) {
                String userAndPassword = decoded.string(StandardCharsets.UTF_8);
                secrets.add(userAndPassword.substring(userAndPassword.indexOf(':') + 1));
            }
        }
    }

    /** Returns the secrets of a request: those that {@link #record} has found, or otherwise the Authorization header. */
    public static List<String> of(Request request) {
        SentSecrets recorded = request.tag(SentSecrets.class);
        SentSecrets sent = recorded == null ? new SentSecrets(request.header("Authorization")) : recorded;
        return sent.secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    /** Returns a request that knows its secrets: the Authorization header, and what is at other places. */
    static Request record(Request request, Collection<CredentialsPlace> places) {
        SentSecrets sent = new SentSecrets(request.header("Authorization"));
        for (CredentialsPlace place : places) {
            String value = place.value(request);
            if (value != null) {
                sent.secrets.add(value);
            }
            if (value != null && place.in() == In.QUERY) {
                sent.secrets.add(encoded(value));
            }
        }
        return request.newBuilder().tag(SentSecrets.class, sent).build();
    }

    private static String encoded(String value) {
        HttpUrl url = new HttpUrl.Builder()
                .scheme("https")
                .host("localhost")
                .addQueryParameter("a", value)
                .build();
        return String.valueOf(url.encodedQuery()).substring("a=".length());
    }
}
