package io.github.triggerapi.client.internal.auth;

import io.github.triggerapi.client.api.SecurityScheme.ApiKey;
import io.github.triggerapi.client.api.SecurityScheme.Basic;
import io.github.triggerapi.client.api.SecurityScheme.Token;
import io.github.triggerapi.client.internal.message.MessageStrings;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import okhttp3.Credentials;

/** The source of the credentials of a security scheme. Its string form does not contain them. */
public interface CredentialsSource {

    /** Returns the current value of the header, query parameter or cookie. */
    String get();

    /**
     * Returns a source of one fixed token.
     *
     * @throws IllegalArgumentException if it is empty, or a request cannot carry it
     */
    static CredentialsSource of(Token scheme, String token) {
        if (scheme instanceof ApiKey apiKey) {
            return new Fixed(checked(apiKey, token), "…");
        }
        SecretKey key = new SecretKey(token);
        return new Fixed(key.authorization(), key.toString());
    }

    private static String checked(ApiKey scheme, String key) {
        String stripped = key.strip();
        if (!CredentialsPlace.of(scheme).accepts(stripped)) {
            throw new IllegalArgumentException("The API key of " + MessageStrings.quoted(scheme.name())
                    + (stripped.isEmpty() ? " is empty" : " contains characters that are not allowed in its place"));
        }
        return stripped;
    }

    /** Returns a source that calls a supplier each time. */
    static CredentialsSource of(Token scheme, Supplier<String> token) {
        return new CredentialsSource() {
            @Override
            public String get() {
                return of(scheme, token.get()).get();
            }

            @Override
            public String toString() {
                return "…";
            }
        };
    }

    /**
     * Returns a source of a fixed user name and password.
     *
     * @throws IllegalArgumentException if HTTP Basic has no form for them
     */
    static CredentialsSource of(Basic scheme, String user, String password) {
        if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The user name of " + MessageStrings.quoted(scheme.name())
                    + " contains a colon, or it or the password a control character, which HTTP Basic does not allow");
        }
        return new Fixed(Credentials.basic(user, password, StandardCharsets.UTF_8), "…");
    }

    /** A source of one fixed value. */
    record Fixed(String get, String shown) implements CredentialsSource {
        @Override
        public String toString() {
            return shown;
        }
    }
}
