package io.github.triggerapi.mock.internal.engine;

import java.util.random.RandomGenerator;

/** Makes run ids: {@code run_} and 21 random characters, of an alphabet without 0 and l. */
final class RunIdGenerator {
    private static final String ALPHABET = "123456789abcdefghijkmnopqrstuvwxyz";
    private static final String PREFIX = "run_";
    private static final int LENGTH = 21;

    /** Of the values of a byte as many as give each character the same chance. */
    private static final int FAIR = 256 - 256 % ALPHABET.length();

    /** Enough for the bytes that give no character, nearly always. */
    private static final int SPARE = 11;

    private final RandomGenerator random;

    RunIdGenerator(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder id = new StringBuilder(PREFIX);
        // At once, as a source that is hard to guess takes as long for one byte as for many.
        byte[] bytes = new byte[LENGTH + SPARE];
        while (id.length() < PREFIX.length() + LENGTH) {
            random.nextBytes(bytes);
            append(bytes, id);
        }
        return id.toString();
    }

    private static void append(byte[] bytes, StringBuilder id) {
        for (byte one : bytes) {
            int value = Byte.toUnsignedInt(one);
            if (value < FAIR && id.length() < PREFIX.length() + LENGTH) {
                id.append(ALPHABET.charAt(value % ALPHABET.length()));
            }
        }
    }
}
