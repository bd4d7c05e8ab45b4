package io.github.triggerapi.client.internal.auth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret API key, or another bearer token. Its string form does not contain the key.
 *
 * <p>It is sent as {@code Authorization: Bearer …}.
 */
public final class SecretKey {

    /** The prefixes that the service uses; in any other key, the characters before an underscore may be secret. */
    private static final Pattern PREFIX = Pattern.compile("tr_(?:dev|stg|prod|preview)_");

    private final String value;

    /** @throws IllegalArgumentException if the key is empty, or cannot be sent in a header */
    public SecretKey(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("The secret key is empty");
        }
        if (stripped.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new IllegalArgumentException("The secret key begins with \"Bearer\"; expected the key alone");
        }
        if (!stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("The secret key contains characters that are not allowed in a header");
        }
        this.value = stripped;
    }

    /** Returns the value of the header {@code Authorization}. */
    public String authorization() {
        return "Bearer " + value;
    }

    /** Returns the prefix of the key, such as {@code tr_dev_}, without the secret part. */
    @Override
    public String toString() {
        Matcher prefix = PREFIX.matcher(value);
        return (prefix.lookingAt() ? prefix.group() : "") + "…";
    }
}
