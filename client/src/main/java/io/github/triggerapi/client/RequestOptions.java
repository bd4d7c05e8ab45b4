package io.github.triggerapi.client;

import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecurityScheme.Bearer;
import io.github.triggerapi.client.api.SecuritySchemes;
import io.github.triggerapi.client.internal.auth.CredentialsSource;
import io.github.triggerapi.client.internal.auth.ServerUrl;
import io.github.triggerapi.client.internal.transport.RequestSettings;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Options of requests, which override those of a client. Immutable.
 *
 * @see TriggerClient#withOptions
 */
public final class RequestOptions {

    private final RequestSettings settings;

    private RequestOptions(RequestSettings settings) {
        this.settings = settings;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a new builder with these options. */
    public Builder toBuilder() {
        return new Builder(settings);
    }

    RequestSettings settings() {
        return settings;
    }

    /** Returns the options, without the credentials and the values of headers. */
    @Override
    public String toString() {
        return "RequestOptions" + settings;
    }

    /** Builder for {@link RequestOptions}. Not thread-safe. */
    public static final class Builder {

        private static final Duration MIN_TIMEOUT = Duration.ofMillis(1);
        private static final Duration MAX_TIMEOUT = Duration.ofDays(24);

        private final Map<SecurityScheme, CredentialsSource> credentials;
        private @Nullable ServerUrl apiUrl;
        private @Nullable Duration timeout;
        private @Nullable Duration readTimeout;
        private @Nullable RetryPolicy retryPolicy;
        private @Nullable Long maxResponseBytes;
        private final Headers.Builder headers;

        private Builder() {
            this.credentials = new LinkedHashMap<>();
            this.headers = new Headers.Builder();
        }

        private Builder(RequestSettings settings) {
            this.credentials = new LinkedHashMap<>(settings.credentials());
            this.apiUrl = settings.apiUrl();
            this.timeout = settings.timeout();
            this.readTimeout = settings.readTimeout();
            this.retryPolicy = settings.retryPolicy();
            this.maxResponseBytes = settings.maxResponseBytes();
            this.headers = settings.headers().newBuilder();
        }

        /**
         * Sets the secret API key, such as {@code tr_dev_…}: the credentials of each scheme in {@link SecuritySchemes} that
         * is a bearer token. It is sent to the configured server only, for operations that require it, and never printed.
         *
         * @throws IllegalArgumentException if it is empty, or cannot be sent in a header
         * @see #credentials(SecurityScheme.Token, String)
         */
        public Builder secretKey(String secretKey) {
            return bearer(scheme -> CredentialsSource.of(scheme, secretKey));
        }

        /**
         * Sets a supplier that is asked for the secret API key at each attempt of each request, for keys that change.
         *
         * @param secretKey is called in the thread of the call, by several threads at once. If it throws, the call fails
         *     with this cause
         */
        public Builder secretKey(Supplier<String> secretKey) {
            return bearer(scheme -> CredentialsSource.of(scheme, secretKey));
        }

        private Builder bearer(Function<Bearer, CredentialsSource> source) {
            // Validates the key, even if there is no such scheme.
            source.apply(new Bearer(""));
            for (SecurityScheme scheme : SecuritySchemes.all()) {
                if (scheme instanceof Bearer bearer) {
                    credentials.put(bearer, source.apply(bearer));
                }
            }
            return this;
        }

        /**
         * Sets the credentials of a scheme: a bearer token, without the word {@code Bearer}, or an API key. They are sent to
         * the configured server only, for operations that require them, and never printed. If an operation
         * has alternatives, the first one whose schemes all have credentials applies.
         *
         * @param scheme one of {@link SecuritySchemes}
         * @throws IllegalArgumentException if they are empty, or a request cannot carry them
         */
        public Builder credentials(SecurityScheme.Token scheme, String token) {
            credentials.put(scheme, CredentialsSource.of(scheme, token));
            return this;
        }

        /**
         * Sets a supplier that is asked for the credentials of a scheme at each attempt of each request.
         *
         * @param scheme one of {@link SecuritySchemes}
         * @param token is called in the thread of the call, by several threads at once. If it throws, the call fails with
         *     this cause
         */
        public Builder credentials(SecurityScheme.Token scheme, Supplier<String> token) {
            credentials.put(scheme, CredentialsSource.of(scheme, token));
            return this;
        }

        /**
         * Sets the user name and the password of a scheme; see {@link #credentials(SecurityScheme.Token, String)}.
         *
         * @param scheme one of {@link SecuritySchemes}
         * @throws IllegalArgumentException if HTTP Basic does not allow them, as with a colon in the user name
         */
        public Builder credentials(SecurityScheme.Basic scheme, String user, String password) {
            credentials.put(scheme, CredentialsSource.of(scheme, user, password));
            return this;
        }

        /**
         * Sets the URL of the server. Its path, if any, precedes the paths of the operations.
         *
         * @throws IllegalArgumentException if it is not an absolute http or https URL, or has a query or user information
         */
        public Builder apiUrl(String apiUrl) {
            this.apiUrl = ServerUrl.parse(apiUrl);
            return this;
        }

        /**
         * Sets the timeout of a call as a whole: the wait for a thread, all attempts, the delays between them, and the
         * response. Zero means no timeout.
         *
         * @throws IllegalArgumentException if it is negative, less than a millisecond or more than 24 days
         * @see #readTimeout
         */
        public Builder timeout(Duration timeout) {
            this.timeout = requireTimeout("timeout", timeout);
            return this;
        }

        /**
         * Sets how long an attempt waits for the response, and for each next part of it. After that, the connection counts
         * as broken and the request is retried. Zero means no read timeout.
         *
         * @throws IllegalArgumentException if it is negative, less than a millisecond or more than 24 days
         * @see #timeout
         */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = requireTimeout("readTimeout", readTimeout);
            return this;
        }

        private static Duration requireTimeout(String name, Duration timeout) {
            boolean inRange = timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0;
            if (!inRange && !timeout.isZero()) {
                throw new IllegalArgumentException(
                        name + " is " + timeout + "; expected zero, or from a millisecond to 24 days");
            }
            return timeout;
        }

        /** Sets when requests are retried; {@link RetryPolicy#none()} for never. */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
            return this;
        }

        /**
         * Sets the maximum length in bytes, decompressed, of the body of a successful response. A longer body fails with an
         * {@link io.github.triggerapi.client.error.UnexpectedResponseException}.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder maxResponseBytes(long maxResponseBytes) {
            if (maxResponseBytes <= 0) {
                throw new IllegalArgumentException("maxResponseBytes is " + maxResponseBytes + "; expected 1 or more");
            }
            this.maxResponseBytes = maxResponseBytes;
            return this;
        }

        /**
         * Sets a header of each request, in place of the header of this name that the request has otherwise. It is sent to
         * the configured server only.
         *
         * <p>{@code x-trigger-request-idempotency-key} applies to all requests with these options: the service treats them
         * as attempts of one call.
         *
         * @throws IllegalArgumentException if a header cannot have such a name or value, for example with a line break
         */
        public Builder header(String name, String value) {
            // OkHttp accepts a colon, after which the server would read the value.
            if (name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("The header name contains a colon: " + name);
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c != '\t' && (c < ' ' || c > '~')) {
                    // OkHttp would quote the value, which may be secret.
                    throw new IllegalArgumentException(
                            "The value of the header %s has the character U+%04X at %d; expected"
                                            .formatted(name, (int) c, i)
                                    + " visible ASCII characters, spaces and tabs");
                }
            }
            headers.set(name, value);
            return this;
        }

        /** Builds new options; the builder can be reused. */
        public RequestOptions build() {
            return new RequestOptions(new RequestSettings(
                    Collections.unmodifiableMap(new LinkedHashMap<>(credentials)),
                    apiUrl,
                    timeout,
                    readTimeout,
                    retryPolicy,
                    maxResponseBytes,
                    headers.build()));
        }
    }
}
