package io.github.triggerapi.client.internal.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
            boolean basic = authorization.regionMatches(true, 0, "Basic ", 0, 6);
            ByteString decoded = basic ? ByteString.decodeBase64(value) : null;
            if (decoded != null) {
                // Some services take a key as the user name.
                add(decoded.string(StandardCharsets.UTF_8).split(":", 2));
            }
        }
    }

    private void add(String... values) {
        Arrays.stream(values).filter(value -> value.length() >= MIN_LENGTH).forEach(secrets::add);
    }

    /** Returns the secrets that a request is tagged with, or otherwise that in its Authorization header; the longest first. */
    public static List<String> of(Request request) {
        SentSecrets tag = request.tag(SentSecrets.class);
        SentSecrets sent = tag == null ? new SentSecrets(request.header("Authorization")) : tag;
        return sent.secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Returns a request that is tagged with the secrets in the Authorization header and in other places. */
    static Request tag(Request request, List<CredentialsPlace> places) {
        SentSecrets sent = new SentSecrets(request.header("Authorization"));
        for (CredentialsPlace place : places) {
            sent.add(place.forms(request).toArray(String[]::new));
        }
        return request.newBuilder().tag(SentSecrets.class, sent).build();
    }
}
