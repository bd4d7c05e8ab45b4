package io.github.triggerapi.client.value;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Creates keys for the option {@code idempotencyKey} of a run: a second request with the same key returns the existing run.
 *
 * <p>The keys are those that {@code idempotencyKeys.create} of the service's TypeScript SDK returns outside of a run, or
 * with the scope {@code global}. So callers in Java and in TypeScript with the same parts get the same run.
 */
public final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /**
     * Returns the key of some parts, such as {@code of("order", "4711")}.
     *
     * <p>The parts are joined with hyphens, so {@code of("a", "b")} is the same key as {@code of("a-b")}.
     *
     * @param parts at least one, of any length
     * @return the SHA-256 of the joined parts in UTF-8: 64 lowercase hexadecimal digits
     * @throws IllegalArgumentException if there is no part
     * @throws NullPointerException if a part is null
     */
    public static String of(String... parts) {
        return of(List.of(parts));
    }

    /**
     * Returns the key of some parts.
     *
     * @param parts at least one, of any length
     * @return the SHA-256 of the joined parts in UTF-8: 64 lowercase hexadecimal digits
     * @throws IllegalArgumentException if there is no part
     * @throws NullPointerException if a part is null
     * @see #of(String...)
     */
    public static String of(List<String> parts) {
        List<String> all = List.copyOf(parts);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("An idempotency key requires at least one part");
        }
        MessageDigest digest = sha256();
        digest.update(utf8(String.join("-", all)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Replaces unpaired surrogates as JavaScript does; Java's default is a question mark. */
    private static ByteBuffer utf8(String string) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .encode(CharBuffer.wrap(string));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
