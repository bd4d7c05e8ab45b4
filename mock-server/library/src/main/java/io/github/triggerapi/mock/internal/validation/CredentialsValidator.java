package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.openapi.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates the credentials of a request. */
final class CredentialsValidator {

    private CredentialsValidator() {}

    /**
     * Returns the caller, or null if the operation requires no credentials; rejects with status 401 a request that satisfies
     * none of the alternatives.
     *
     * @param query the decoded values of the query
     * @param cookies the values of the cookies
     * @param accepted the accepted tokens, API keys and passwords, empty for all that are well-formed
     */
    static @Nullable ApiKey check(
            Operation operation,
            RequestHeaders headers,
            Map<String, List<String>> query,
            Map<String, List<String>> cookies,
            Set<String> accepted) {
        RejectedRequestException rejection = null;
        for (List<SecurityScheme> alternative : operation.security()) {
            try {
                return alternative.stream()
                        .map(scheme -> ApiKey.of(scheme, value(scheme, headers, query, cookies), accepted))
                        .toList()
                        .get(0);
            } catch (RejectedRequestException e) {
                rejection = e;
            }
        }
        if (rejection != null) {
            throw new RejectedRequestException(
                    rejection.status(), rejection.message(), Map.of("WWW-Authenticate", challenge(operation)));
        }
        return null;
    }

    private static @Nullable String value(
            SecurityScheme scheme,
            RequestHeaders headers,
            Map<String, List<String>> query,
            Map<String, List<String>> cookies) {
        return switch (scheme.kind()) {
            case HEADER -> headers.first(scheme.parameter());
            case QUERY -> first(query.get(scheme.parameter()));
            case COOKIE -> first(cookies.get(scheme.parameter()));
            default -> headers.first("Authorization");
        };
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null ? null : values.get(0);
    }

    private static String challenge(Operation operation) {
        return operation.security().stream()
                .flatMap(List::stream)
                .map(scheme -> switch (scheme.kind()) {
                    case BEARER -> "Bearer";
                    case BASIC -> "Basic realm=\"api\"";
                    default -> "ApiKey";
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
