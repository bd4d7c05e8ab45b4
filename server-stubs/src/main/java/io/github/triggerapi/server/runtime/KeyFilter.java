package io.github.triggerapi.server.runtime;

import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.api.SecurityScheme;
import io.github.triggerapi.server.api.SecuritySchemes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rejects requests for an operation that meet none of its alternatives. */
final class KeyFilter implements ContainerRequestFilter {

    private static final Map<String, SecurityScheme> SCHEMES =
            SecuritySchemes.all().stream().collect(Collectors.toMap(SecurityScheme::name, Function.identity()));

    /** The names of the schemes that are required together, for each alternative. */
    private final List<List<String>> alternatives;

    private final Map<String, SecurityScheme> schemes;
    private final BiPredicate<SecurityScheme, String> check;
    private final String challenge;

    KeyFilter(Secured secured, BiPredicate<SecurityScheme, String> check) {
        this(secured, check, SCHEMES);
    }

    KeyFilter(Secured secured, BiPredicate<SecurityScheme, String> check, Map<String, SecurityScheme> schemes) {
        this.check = check;
        this.schemes = schemes;
        this.alternatives =
                Arrays.stream(secured.value()).map(KeyFilter::together).toList();
        this.challenge = alternatives.stream()
                .flatMap(List::stream)
                .map(schemes::get)
                .map(KeyFilter::challenge)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns the names in an alternative, without their scopes. */
    private static List<String> together(String alternative) {
        return alternative.isEmpty()
                ? List.of()
                : Arrays.stream(alternative.split(" & "))
                        .map(name -> name.replaceFirst("\\(.*", ""))
                        .toList();
    }

    private static String challenge(@Nullable SecurityScheme scheme) {
        return scheme instanceof SecurityScheme.Basic
                ? "Basic realm=\"api\", charset=\"UTF-8\""
                : scheme instanceof SecurityScheme.ApiKey ? "ApiKey" : "Bearer";
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean accepted = alternatives.stream()
                .anyMatch(together -> together.stream().allMatch(name -> accepts(schemes.get(name), request)));
        if (!accepted) {
            request.abortWith(Refusal.of(401, "Invalid or missing API key")
                    .in(Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, challenge))
                    .build());
        }
    }

    private boolean accepts(@Nullable SecurityScheme scheme, ContainerRequestContext request) {
        return scheme != null
                && key(scheme, request)
                        .filter(key -> !key.isEmpty() && check.test(scheme, key))
                        .isPresent();
    }

    private static Optional<String> key(SecurityScheme scheme, ContainerRequestContext request) {
        if (scheme instanceof SecurityScheme.ApiKey key) {
            String name = key.parameter();
            return Optional.ofNullable(
                    switch (key.in()) {
                        case HEADER -> request.getHeaderString(name);
                        case QUERY -> request.getUriInfo().getQueryParameters().getFirst(name);
                        case COOKIE -> cookie(request.getCookies().get(name));
                    });
        }
        return scheme instanceof SecurityScheme.Basic
                ? authorization(request, "basic ").flatMap(KeyFilter::decoded)
                : authorization(request, "bearer ");
    }

    private static @Nullable String cookie(@Nullable Cookie cookie) {
        return cookie == null ? null : cookie.getValue();
    }

    private static Optional<String> authorization(ContainerRequestContext request, String kind) {
        return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(kind))
                .map(value -> value.substring(kind.length()).strip());
    }

    /** Returns the user name and the password with a colon between them. */
    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
