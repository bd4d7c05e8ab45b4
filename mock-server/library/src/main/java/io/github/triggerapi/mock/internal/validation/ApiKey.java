package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API key of a caller.
 *
 * @param environment the kind of a secret key: {@code dev}, {@code stg}, {@code prod} or {@code preview}; for any other
 *     token the token itself
 */
public record ApiKey(String environment) implements Principal {
    /** The security scheme whose keys have one of the kinds. Nothing is known of the keys of other schemes. */
    private static final String SECRET_KEY = "secretKey";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");
    private static final Pattern SECRET = Pattern.compile("tr_(dev|stg|prod|preview)_.+");

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Old keys for browsers, and incomplete secret keys. */
    private static final Pattern NEVER = Pattern.compile("pk_.*|tr_([a-z]+_?)?");

    private static final Map<String, String> CHALLENGE = Map.of("WWW-Authenticate", "Bearer");

    /**
     * Parses an Authorization header; rejects with status 401 what no scheme allows.
     *
     * @param schemes the security schemes, one of which must be satisfied
     * @param accepted the accepted keys, empty for every well-formed key
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
     * Checks that a scheme could allow a key. The message does not contain the key.
     *
     * @throws IllegalArgumentException if it is not well-formed
     */
    public static void requireWellFormed(String key) {
        if (!isWellFormed(key)) {
            throw new IllegalArgumentException(
                    "a key must have a form such as tr_dev_1234: no white space, characters after its kind, and no pk_ at its start");
        }
    }

    /** Returns what may be shown of an Authorization header: the scheme, and the kind of a secret key. */
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
