package io.github.triggerapi.mock.internal.gate;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a caller.
 *
 * @param environment the kind of a secret key: {@code dev}, {@code stg}, {@code prod} or {@code preview}; of any other
 *     token the token itself
 */
public record ApiKey(String environment) implements Principal {
    /** The security scheme whose keys have the kinds that the service gives out; of others nothing is known. */
    private static final String SECRET_KEY = "secretKey";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");
    private static final Pattern SECRET = Pattern.compile("tr_(dev|stg|prod|preview)_.+");

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** A key for browsers of earlier days, and what only looks like a key. */
    private static final Pattern NEVER = Pattern.compile("pk_.*|tr_([a-z]+_?)?");

    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer");

    /**
     * Reads an Authorization header, null when the request has none; refuses with 401 what no scheme allows.
     *
     * @param schemes the security schemes, one of which must be satisfied
     * @param accepted the keys that are accepted, none for every one that is well-formed
     */
    static ApiKey of(@Nullable String authorization, Set<String> schemes, Set<String> accepted) {
        if (authorization == null || authorization.isBlank()) {
            throw new RejectedRequestException(401, "No authorization header provided", CHALLENGE);
        }
        Matcher bearer = BEARER.matcher(authorization.strip());
        String token = bearer.matches() ? bearer.group(1) : "";
        Matcher secret = SECRET.matcher(token);
        if (!secret.matches() && (!isWellFormed(token) || schemes.stream().allMatch(SECRET_KEY::equals))) {
            throw new RejectedRequestException(401, "Invalid or Missing API key", CHALLENGE);
        }
        if (!accepted.isEmpty() && !accepted.contains(token)) {
            throw new RejectedRequestException(401, "Invalid API key", CHALLENGE);
        }
        return new ApiKey(secret.matches() ? secret.group(1) : token);
    }

    /**
     * Refuses a key that no scheme could allow. The message does not show it.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static void requireWellFormed(String key) {
        if (!isWellFormed(key)) {
            throw new IllegalArgumentException(
                    "a key must be as tr_dev_1234: one word, with something after its kind, and not begin with pk_");
        }
    }

    /** What may be shown of an Authorization header: its scheme, and the kind of a secret key. */
    static String masked(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? "" : authorization.substring(0, space + 1);
        String token = authorization.substring(space + 1).strip();
        Matcher secret = SECRET.matcher(token);
        return scheme + (secret.matches() ? "tr_" + secret.group(1) + "_" : "") + "***";
    }

    private static boolean isWellFormed(String key) {
        return WORD.matcher(key).matches() && !NEVER.matcher(key).matches();
    }

    @Override
    public String getName() {
        return environment;
    }
}
