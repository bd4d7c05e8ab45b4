package io.github.triggerapi.mock;

import java.security.Principal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The secret key of a caller.
 *
 * @param environment the kind of the key: {@code dev}, {@code stg}, {@code prod} or {@code preview}
 */
record ApiKey(String environment) implements Principal {
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +tr_(dev|stg|prod|preview)_\\S+");
    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer");

    /** Reads an Authorization header, null when the request has none; refuses with 401 what is no secret key. */
    static ApiKey of(@Nullable String authorization) {
        if (authorization == null || authorization.isBlank()) {
            throw new Refusal(401, "No authorization header provided", CHALLENGE);
        }
        Matcher key = BEARER.matcher(authorization.strip());
        if (!key.matches()) {
            throw new Refusal(401, "Invalid or Missing API key", CHALLENGE);
        }
        return new ApiKey(key.group(1));
    }

    @Override
    public String getName() {
        return environment;
    }
}
