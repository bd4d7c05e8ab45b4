package io.github.triggerapi.client;

import java.util.function.Supplier;

/** Where a request gets its secret key from. */
interface KeySource {

    SecretKey key();

    /** The same key each time. It prints as the key does. */
    static KeySource fixed(String secretKey) {
        return new Fixed(new SecretKey(secretKey));
    }

    /** Asks each time. */
    static KeySource asking(Supplier<String> secretKey) {
        return new KeySource() {
            @Override
            public SecretKey key() {
                return new SecretKey(secretKey.get());
            }

            @Override
            public String toString() {
                return "…";
            }
        };
    }

    /** A key with the interface of a source. */
    record Fixed(SecretKey key) implements KeySource {
        @Override
        public String toString() {
            return key.toString();
        }
    }
}
