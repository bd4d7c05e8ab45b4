package io.github.triggerapi.mock.internal.engine;

import java.util.random.RandomGenerator;

/** Generates ids of runs and batches: a prefix and 21 random characters, of an alphabet without 0 and l. */
final class RunIdGenerator {
    private static final String ALPHABET = "123456789abcdefghijkmnopqrstuvwxyz";
    private static final String PREFIX = "run_";
    private static final String BATCH_PREFIX = "batch_";
    private static final int LENGTH = 21;

    /** The number of byte values that give each character the same probability. */
    private static final int FAIR = 256 - 256 % ALPHABET.length();

    /** More bytes than characters, as some bytes give none. */
    private static final int SPARE = 11;

    private final RandomGenerator random;

    RunIdGenerator(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return next(PREFIX);
    }

    String nextOfBatch() {
        return next(BATCH_PREFIX);
    }

    private String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        // All at once, because a secure source takes as long for one byte as for many.
        byte[] bytes = new byte[LENGTH + SPARE];
        while (id.length() < prefix.length() + LENGTH) {
            random.nextBytes(bytes);
            append(bytes, id, prefix.length() + LENGTH);
        }
        return id.toString();
    }

    private static void append(byte[] bytes, StringBuilder id, int length) {
        for (byte one : bytes) {
            int value = Byte.toUnsignedInt(one);
            if (value < FAIR && id.length() < length) {
                id.append(ALPHABET.charAt(value % ALPHABET.length()));
            }
        }
    }
}
