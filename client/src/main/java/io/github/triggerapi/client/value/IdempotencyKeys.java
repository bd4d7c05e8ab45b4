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
 * Keys for the option {@code idempotencyKey} of a run: a second request with the key of an earlier one gets the run that
 * is there already.
 *
 * <p>They are made as {@code idempotencyKeys.create} of the service's TypeScript SDK makes them outside of a run, or with
 * the scope {@code global} anywhere. So callers in Java and in TypeScript that do the same thing get the same run.
 */
public final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /**
     * The key of what some parts say together, such as {@code of("order", "4711")}.
     *
     * <p>The parts are joined by hyphens, so {@code of("a", "b")} is the same key as {@code of("a-b")}.
     *
     * @param parts one or more, of any length
     * @return the SHA-256 of the joined parts in UTF-8: 64 hexadecimal digits in lower case
     * @throws IllegalArgumentException where there is no part
     * @throws NullPointerException where a part is null
     */
    public static String of(String... parts) {
        return of(List.of(parts));
    }

    /**
     * The same as {@link #of(String...)}.
     *
     * @param parts one or more, of any length
     * @return the SHA-256 of the joined parts in UTF-8: 64 hexadecimal digits in lower case
     * @throws IllegalArgumentException where there is no part
     * @throws NullPointerException where a part is null
     */
    public static String of(List<String> parts) {
        List<String> all = List.copyOf(parts);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("An idempotency key needs one part or more");
        }
        MessageDigest digest = sha256();
        digest.update(utf8(String.join("-", all)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Half a surrogate pair is replaced as JavaScript replaces it; Java would write a question mark. */
    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .encode(CharBuffer.wrap(text));
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
