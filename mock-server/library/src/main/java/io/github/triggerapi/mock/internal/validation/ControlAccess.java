package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects the control API from callers without the token, and from pages of other origins in browsers, which can send
 * requests to servers on the same computer.
 */
public final class ControlAccess {
    private static final String ROOT = "/_mock";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final byte @Nullable [] token;

    /** @param token the token that callers must send, null if they need none */
    public ControlAccess(@Nullable String token) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whether a path belongs to the control API. */
    public static boolean has(String path) {
        return path.startsWith(ROOT + "/") || path.equals(ROOT) || path.equals("/health");
    }

    /**
     * Rejects with status 401 a caller without the token, and with 403 or 415 what a page of another origin may send.
     */
    public void check(String method, String path, RequestHeaders headers) {
        if (token != null && path.startsWith(ROOT)) {
            requireToken(headers.first("Authorization"), token);
        }
        if (!READING.contains(method)) {
            requireOwnOrigin(headers.first("Origin"), headers.first("Host"));
            String type = headers.first("Content-Type");
            if (type != null && !MediaTypes.isJson(type)) {
                throw new RejectedRequestException(415, "Content-Type is not supported, expected application/json");
            }
        }
    }

    private static void requireToken(@Nullable String authorization, byte[] token) {
        String[] parts =
                authorization == null ? new String[0] : authorization.strip().split(" +", 2);
        byte[] given = parts.length < 2 ? new byte[0] : parts[1].getBytes(StandardCharsets.UTF_8);
        // In constant time, whatever the difference is.
        boolean same = MessageDigest.isEqual(token, given);
        if (!same || !parts[0].equalsIgnoreCase("Bearer")) {
            throw new RejectedRequestException(
                    401,
                    "The control token is missing or wrong",
                    Map.of("WWW-Authenticate", "Bearer realm=\"control\""));
        }
    }

    private static void requireOwnOrigin(@Nullable String origin, @Nullable String host) {
        if (origin != null && !origin.replaceFirst("^(?i:https?)://", "").equalsIgnoreCase(host)) {
            throw new RejectedRequestException(403, "A page of another origin must not change a mock server");
        }
    }
}
