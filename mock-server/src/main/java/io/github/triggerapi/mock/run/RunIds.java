package io.github.triggerapi.mock.run;

import java.util.random.RandomGenerator;

/** Makes run ids: {@code run_} and 21 random characters, of an alphabet without 0 and l. */
final class RunIds {
    private static final String ALPHABET = "123456789abcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 21;

    private final RandomGenerator random;

    RunIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        StringBuilder id = new StringBuilder("run_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
