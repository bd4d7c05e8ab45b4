package io.github.triggerapi.client.internal.auth;

import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecurityScheme.ApiKey;
import io.github.triggerapi.client.api.SecurityScheme.In;
import io.github.triggerapi.client.internal.json.ParameterEntries;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The part of a request that carries the credentials of a security scheme. */
record CredentialsPlace(In in, String name) {

    private static final CredentialsPlace AUTHORIZATION = new CredentialsPlace(In.HEADER, "Authorization");

    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]+(?: +[!-~]+)*");
    private static final Pattern QUERY_VALUE = Pattern.compile("\\P{Cntrl}+");

    static CredentialsPlace of(SecurityScheme scheme) {
        return scheme instanceof ApiKey apiKey ? new CredentialsPlace(apiKey.in(), apiKey.parameter()) : AUTHORIZATION;
    }

    /** Returns whether a request can carry a value here. */
    boolean accepts(String value) {
        return switch (in) {
            case HEADER -> HEADER_VALUE.matcher(value).matches();
            case QUERY -> QUERY_VALUE.matcher(value).matches();
            case COOKIE -> !value.isEmpty() && ParameterEntries.isCookieValue(value);
        };
    }

    /** Returns the value in a request; null if there is none. */
    @Nullable
    String value(Request request) {
        return switch (in) {
            case HEADER -> request.header(name);
            case QUERY -> request.url().queryParameter(name);
            case COOKIE -> cookie(request);
        };
    }

    /** Returns the value in a request, and its form in a URL; nothing if there is none. */
    List<String> forms(Request request) {
        String value = value(request);
        if (value == null || in != In.QUERY) {
            return value == null ? List.of() : List.of(value);
        }
        HttpUrl url = request.url()
                .newBuilder()
                .query(null)
                .addQueryParameter("a", value)
                .build();
        return List.of(value, String.valueOf(url.encodedQuery()).substring("a=".length()));
    }

    private @Nullable String cookie(Request request) {
        String cookies = request.header("Cookie");
        return cookies == null
                ? null
                : Arrays.stream(cookies.split(";"))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(name + "="))
                        .map(cookie -> cookie.substring(name.length() + 1))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns a request with a value here. */
    Request with(String value, Request request) {
        Request.Builder builder = request.newBuilder();
        switch (in) {
            case HEADER -> builder.header(name, value);
            case QUERY ->
                builder.url(request.url()
                        .newBuilder()
                        .addQueryParameter(name, value)
                        .build());
            case COOKIE -> {
                String others = request.header("Cookie");
                builder.header("Cookie", (others == null ? "" : others + "; ") + name + "=" + value);
            }
        }
        return builder.build();
    }
}
