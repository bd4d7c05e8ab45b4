package io.github.triggerapi.client.internal.auth;

import java.util.function.Supplier;

/** The source of the secret key of each request. */
public interface SecretKeySource {

    /** Returns the current key. */
    SecretKey get();

    /** Returns a source of one fixed key. Its string form is that of the key. */
    static SecretKeySource of(String secretKey) {
        return new Fixed(new SecretKey(secretKey));
    }

    /** Returns a source that calls a supplier each time. */
    static SecretKeySource of(Supplier<String> secretKey) {
        return new SecretKeySource() {
            @Override
            public SecretKey get() {
                return new SecretKey(secretKey.get());
            }

            @Override
            public String toString() {
                return "…";
            }
        };
    }

    /** A source of one fixed key. */
    record Fixed(SecretKey get) implements SecretKeySource {
        @Override
        public String toString() {
            return get.toString();
        }
    }
}
