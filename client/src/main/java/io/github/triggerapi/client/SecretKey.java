package io.github.triggerapi.client;

/**
 * A secret API key, which is never printed.
 *
 * <p>Sent as {@code Authorization: Bearer …}, as the security scheme {@code secretKey} of the document asks.
 */
final class SecretKey {

    private final String value;

    SecretKey(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("The secret key is empty");
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
        int kind = value.startsWith("tr_") ? value.indexOf('_', 3) : -1;
        return (kind > 0 ? value.substring(0, kind + 1) : "") + "…";
    }
}
