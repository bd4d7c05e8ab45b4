package io.github.triggerapi.client.internal.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The secrets in a request, which is tagged with them. The string form does not contain them. */
public final class SentSecrets {

    /** In characters; a shorter value is no secret, but may occur anywhere. */
    private static final int MIN_LENGTH = 4;

    private final List<String> secrets = new ArrayList<>();

    private SentSecrets(@Nullable String authorization) {
        if (authorization != null) {
            String value = authorization.substring(authorization.lastIndexOf(' ') + 1);
            secrets.add(value);
            ByteString decoded = authorization.startsWith("Basic ") ? ByteString.decodeBase64(value) : null;
            if (decoded != null) {
                String userAndPassword = decoded.string(StandardCharsets.UTF_8);
                secrets.add(userAndPassword.substring(userAndPassword.indexOf(':') + 1));
            }
        }
    }

    /** Returns the secrets that a request is tagged with, or otherwise that in its Authorization header. */
    public static List<String> of(Request request) {
        SentSecrets tag = request.tag(SentSecrets.class);
        SentSecrets sent = tag == null ? new SentSecrets(request.header("Authorization")) : tag;
        return sent.secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    /** Returns a request that is tagged with the secrets in the Authorization header and in other places. */
    static Request tag(Request request, List<CredentialsPlace> places) {
        SentSecrets sent = new SentSecrets(request.header("Authorization"));
        for (CredentialsPlace place : places) {
            place.forms(request).stream()
                    .filter(form -> form.length() >= MIN_LENGTH)
                    .forEach(sent.secrets::add);
        }
        return request.newBuilder().tag(SentSecrets.class, sent).build();
    }
}
