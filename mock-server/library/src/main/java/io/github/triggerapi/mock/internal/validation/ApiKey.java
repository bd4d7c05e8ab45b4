package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.openapi.SecurityScheme;
import io.github.triggerapi.openapi.SecurityScheme.Kind;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a caller.
 *
 * @param environment the kind of a secret key: {@code dev}, {@code stg}, {@code prod} or {@code preview}; for any other
 *     token or API key the value itself, and for HTTP Basic the user name
 */
public record ApiKey(String environment) implements Principal {
    /** The security scheme whose keys have one of the kinds. Nothing is known of the keys of other schemes. */
    private static final String SECRET_KEY = "secretKey";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(\\S+)");
    private static final Pattern BASIC = Pattern.compile("(?i:Basic) +(\\S+)");
    private static final Pattern SECRET = Pattern.compile("tr_(dev|stg|prod|preview)_.+");

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Old keys for browsers, and incomplete secret keys. */
    private static final Pattern NEVER = Pattern.compile("pk_.*|tr_([a-z]+_?)?");

    /**
     * Reads the credentials of a scheme; rejects with status 401 what the scheme does not allow.
     *
     * @param value the value of the header, query parameter or cookie; null if there is none
     * @param accepted the accepted tokens, API keys and passwords, empty for all that are well-formed
     */
    static ApiKey of(SecurityScheme scheme, @Nullable String value, Set<String> accepted) {
        boolean authorization = scheme.kind() == Kind.BEARER || scheme.kind() == Kind.BASIC;
        if (value == null || value.isBlank()) {
            throw unauthenticated(authorization ? "No authorization header provided" : "No API key provided");
        }
        String[] user = scheme.kind() == Kind.BASIC ? userAndPassword(value) : new String[0];
        String secret = switch (scheme.kind()) {
            case BEARER -> token(scheme, value);
            case BASIC -> user[1];
            default -> value;
        };
        if (!accepted.isEmpty() && !accepted.contains(secret)) {
            throw unauthenticated("Invalid API key");
        }
        Matcher kind = SECRET.matcher(secret);
        return new ApiKey(user.length > 0 ? user[0] : kind.matches() ? kind.group(1) : secret);
    }

    private static String token(SecurityScheme scheme, String authorization) {
        Matcher bearer = BEARER.matcher(authorization.strip());
        String token = bearer.matches() ? bearer.group(1) : "";
        if (!SECRET.matcher(token).matches()
                && (!isWellFormed(token) || scheme.name().equals(SECRET_KEY))) {
            throw unauthenticated("Invalid or Missing API key");
        }
        return token;
    }

    private static String[] userAndPassword(String authorization) {
        Matcher basic = BASIC.matcher(authorization.strip());
        try {
            String decoded = basic.matches()
                    ? new String(Base64.getDecoder().decode(basic.group(1)), StandardCharsets.UTF_8)
                    : "";
            if (decoded.indexOf(':') >= 0) {
                return decoded.split(":", 2);
            }
        } catch (IllegalArgumentException e) {
            // Not Base64, which is rejected as well.
        }
        throw unauthenticated("Invalid or Missing API key");
    }

    private static RejectedRequestException unauthenticated(String message) {
        return new RejectedRequestException(401, message);
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
