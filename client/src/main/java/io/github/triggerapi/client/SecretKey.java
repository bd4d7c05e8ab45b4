package io.github.triggerapi.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret API key, which is never printed.
 *
 * <p>Sent as {@code Authorization: Bearer …}, as the security scheme {@code secretKey} of the document asks.
 */
final class SecretKey {

    /** Those of the service only: what else stands before an underscore may be a part of the secret. */
    private static final Pattern KIND = Pattern.compile("tr_(?:dev|stg|prod|preview)_");

    private final String value;

    SecretKey(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("The secret key is empty");
        }
        if (stripped.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new IllegalArgumentException("The secret key begins with \"Bearer\"; expected the key alone");
        }
        if (!stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("The secret key holds characters that no header may carry");
        }
        this.value = stripped;
    }

    String authorization() {
        return "Bearer " + value;
    }

    /** The kind of key, such as {@code tr_dev_}, and nothing that is secret. */
    @Override
    public String toString() {
        Matcher kind = KIND.matcher(value);
        return (kind.lookingAt() ? kind.group() : "") + "…";
    }
}
