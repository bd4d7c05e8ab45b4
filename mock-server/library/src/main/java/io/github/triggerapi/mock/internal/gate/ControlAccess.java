package io.github.triggerapi.mock.internal.gate;

import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those out of the operations of control who have not the token, and pages of other origins in browsers, which may
 * send requests to servers on the same computer.
 */
public final class ControlAccess {
    private static final String ROOT = "/_mock";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final byte @Nullable [] token;

    /** @param token what callers must have, null where they need nothing */
    public ControlAccess(@Nullable String token) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a path is one of control, and not one of the API that is mocked. */
    public static boolean has(String path) {
        return path.startsWith(ROOT + "/") || path.equals(ROOT) || path.equals("/health");
    }

    /** Refuses with 401 a caller without the token, and with 403 and 415 what a page of another origin may send. */
    public void check(String method, String path, MultivaluedMap<String, String> headers) {
        if (token != null && path.startsWith(ROOT)) {
            requireToken(headers.getFirst("Authorization"), token);
        }
        if (!READING.contains(method)) {
            requireOwnOrigin(headers.getFirst("Origin"), headers.getFirst("Host"));
            String type = headers.getFirst("Content-Type");
            if (type != null && !MediaTypes.isJson(type)) {
                throw new RejectedRequestException(415, "Content-Type is not supported, expected application/json");
            }
        }
    }

    private static void requireToken(@Nullable String authorization, byte[] token) {
        String[] words =
                authorization == null ? new String[0] : authorization.strip().split(" +", 2);
        byte[] given = words.length < 2 ? new byte[0] : words[1].getBytes(StandardCharsets.UTF_8);
        // Takes as long for a token that is nearly right as for any other.
        boolean same = MessageDigest.isEqual(token, given);
        if (!same || !words[0].equalsIgnoreCase("Bearer")) {
            throw new RejectedRequestException(
                    401,
                    "The control token is missing or wrong",
                    Map.of("WWW-Authenticate", "Bearer realm=\"control\""));
        }
    }

    private static void requireOwnOrigin(@Nullable String origin, @Nullable String host) {
        if (origin != null && !origin.replaceFirst("^(?i:https?)://", "").equalsIgnoreCase(host)) {
            throw new RejectedRequestException(403, "A page of another origin may not change a mock server");
        }
    }
}
