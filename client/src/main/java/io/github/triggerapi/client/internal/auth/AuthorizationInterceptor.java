package io.github.triggerapi.client.internal.auth;

import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecuritySchemes;
import io.github.triggerapi.client.internal.message.MessageStrings;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Adds the credentials that an operation requires to requests to its server, and to no others. What the
 * application has set itself remains.
 */
public final class AuthorizationInterceptor implements Interceptor {

    private static final int MAX_MESSAGE = 500;

    private final Map<SecurityScheme, CredentialsSource> credentials;
    private final Servers servers;
    private final Map<String, SecurityScheme> schemes = new HashMap<>();
    private final List<CredentialsPlace> places;

    /** The schemes of each alternative, without those whose credentials the application sends itself. */
    private final Map<String, List<SecurityScheme>> alternatives = new ConcurrentHashMap<>();

    public AuthorizationInterceptor(Map<SecurityScheme, CredentialsSource> credentials, Servers servers) {
        this.credentials = credentials;
        this.servers = servers;
        Stream.concat(SecuritySchemes.all().stream(), credentials.keySet().stream())
                .forEach(scheme -> schemes.put(scheme.name(), scheme));
        this.places =
                schemes.values().stream().map(CredentialsPlace::of).distinct().toList();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        // The application may have replaced the request, and its tags.
        Invocation invocation = chain.call().request().tag(Invocation.class);
        if (!servers.contain(request.url(), invocation)) {
            return chain.proceed(request);
        }
        Secured secured = invocation == null ? null : invocation.method().getAnnotation(Secured.class);
        Request complete = secured == null ? request : complete(request, secured.value());
        return chain.proceed(SentSecrets.tag(complete, places));
    }

    /** Adds the credentials of the first alternative for which there are some. */
    private Request complete(Request request, String[] secured) throws IOException {
        boolean optional = request.header("Authorization") != null;
        for (String alternative : secured) {
            List<SecurityScheme> required = alternatives.computeIfAbsent(alternative, this::schemes);
            if (required.isEmpty()) {
                // No credentials, or only such as the application has to send itself.
                optional = true;
            } else if (required.stream().allMatch(scheme -> credentials.containsKey(scheme) || isIn(request, scheme))) {
                return with(request, required);
            }
        }
        if (optional) {
            return request;
        }
        throw new ProtocolException(MessageStrings.singleLine(
                "The credentials for this operation are not set; expected secretKey(…) or credentials(…) for "
                        + String.join(", or for ", secured),
                MAX_MESSAGE));
    }

    private List<SecurityScheme> schemes(String alternative) {
        return Arrays.stream(alternative.split(" & "))
                .map(this::scheme)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @param required the name of a scheme, with the scopes in parentheses if there are some */
    private @Nullable SecurityScheme scheme(String required) {
        SecurityScheme scheme = schemes.get(required);
        return scheme == null ? schemes.get(required.replaceFirst("\\(.*", "")) : scheme;
    }

    private static boolean isIn(Request request, SecurityScheme scheme) {
        return CredentialsPlace.of(scheme).value(request) != null;
    }

    private Request with(Request request, List<SecurityScheme> required) throws IOException {
        Request complete = request;
        for (SecurityScheme scheme : required) {
            if (!isIn(complete, scheme)) {
                complete = CredentialsPlace.of(scheme).with(value(scheme), complete);
            }
        }
        return complete;
    }

    private String value(SecurityScheme scheme) throws IOException {
        try {
            return Objects.requireNonNull(credentials.get(scheme)).get();
        } catch (RuntimeException e) {
            // An unchecked exception would end OkHttp's thread.
            ProtocolException failure = new ProtocolException("The supplier of the credentials failed");
            failure.initCause(e);
            throw failure;
        }
    }
}
