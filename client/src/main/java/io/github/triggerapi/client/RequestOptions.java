package io.github.triggerapi.client;

import io.github.triggerapi.client.retry.RetryInterceptor;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How requests are made. Immutable; what is not set here stays as it is in the client that the options are given to.
 *
 * @see TriggerClient#withOptions
 */
public final class RequestOptions {

    private final @Nullable KeySource key;
    private final @Nullable Origin origin;
    private final @Nullable Duration timeout;
    private final @Nullable Duration readTimeout;
    private final @Nullable RetryPolicy retryPolicy;
    private final @Nullable Long maxResponseBytes;
    private final Headers headers;

    private RequestOptions(Builder builder) {
        this.key = builder.key;
        this.origin = builder.origin;
        this.timeout = builder.timeout;
        this.readTimeout = builder.readTimeout;
        this.retryPolicy = builder.retryPolicy;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.headers = builder.headers.build();
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what these options hold. */
    public Builder toBuilder() {
        return new Builder().set(this);
    }

    @Nullable
    KeySource key() {
        return key;
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    @Nullable
    Duration timeout() {
        return timeout;
    }

    @Nullable
    Duration readTimeout() {
        return readTimeout;
    }

    RetryPolicy retryPolicy() {
        return Objects.requireNonNullElse(retryPolicy, RetryPolicy.standard());
    }

    long maxResponseBytes() {
        return Objects.requireNonNullElse(maxResponseBytes, Builder.MAX_RESPONSE_BYTES);
    }

    Headers headers() {
        return headers;
    }

    /** The names of what is set, and nothing that may be secret. */
    @Override
    public String toString() {
        return "RequestOptions(apiUrl=" + (origin == null ? null : origin.url()) + ", timeout=" + timeout
                + ", readTimeout=" + readTimeout
                + ", retryPolicy=" + retryPolicy + ", maxResponseBytes=" + maxResponseBytes + ", headers="
                + headers.names() + ")";
    }

    /** Puts {@link RequestOptions} together. Not safe for use by several threads at once. */
    public static final class Builder {

        private static final Duration SHORTEST = Duration.ofMillis(1);
        private static final Duration LONGEST = Duration.ofDays(24);

        static final Long MAX_RESPONSE_BYTES = 32L * 1024 * 1024;

        private @Nullable KeySource key;
        private @Nullable Origin origin;
        private @Nullable Duration timeout;
        private @Nullable Duration readTimeout;
        private @Nullable RetryPolicy retryPolicy;
        private @Nullable Long maxResponseBytes;
        private final Headers.Builder headers = new Headers.Builder();

        Builder() {}

        /** Takes over what is set in other options; their headers replace those of the same name. */
        Builder set(RequestOptions other) {
            this.key = other.key == null ? key : other.key;
            this.origin = other.origin == null ? origin : other.origin;
            this.timeout = other.timeout == null ? timeout : other.timeout;
            this.readTimeout = other.readTimeout == null ? readTimeout : other.readTimeout;
            this.retryPolicy = other.retryPolicy == null ? retryPolicy : other.retryPolicy;
            this.maxResponseBytes = other.maxResponseBytes == null ? maxResponseBytes : other.maxResponseBytes;
            other.headers.forEach(header -> headers.set(header.getFirst(), header.getSecond()));
            return this;
        }

        /**
         * The secret API key, such as {@code tr_dev_…}. It is sent to the server and printed nowhere.
         *
         * @throws IllegalArgumentException where it is empty or no header could carry it
         */
        public Builder secretKey(String secretKey) {
            this.key = KeySource.fixed(secretKey);
            return this;
        }

        /**
         * Where each try of each request gets its secret API key from, as for keys that are renewed.
         *
         * @param secretKey is called in the thread of the call, by several threads at once. Where it throws, the call
         *     fails with that as the cause
         */
        public Builder secretKey(Supplier<String> secretKey) {
            this.key = KeySource.asking(secretKey);
            return this;
        }

        /**
         * The server. It may have a path, under which those of the document are then looked for.
         *
         * @throws IllegalArgumentException where it is no absolute http or https URL, or names a user
         */
        public Builder apiUrl(String apiUrl) {
            this.origin = Origin.of(apiUrl);
            return this;
        }

        /**
         * How long a call may take as a whole: the wait for a thread, all tries, the waits between them, and the answer. No
         * limit if zero.
         *
         * @throws IllegalArgumentException where it is negative, less than a millisecond or more than 24 days
         * @see #readTimeout
         */
        public Builder timeout(Duration timeout) {
            this.timeout = possible("timeout", timeout);
            return this;
        }

        /**
         * How long a try waits for its answer, and for each next part of it, before the connection counts as broken, upon
         * which the request is tried again. No limit if zero, but for {@link #timeout}.
         *
         * @throws IllegalArgumentException where it is negative, less than a millisecond or more than 24 days
         */
        public Builder readTimeout(Duration readTimeout) {
            this.readTimeout = possible("readTimeout", readTimeout);
            return this;
        }

        private static Duration possible(String name, Duration limit) {
            boolean inRange = limit.compareTo(SHORTEST) >= 0 && limit.compareTo(LONGEST) <= 0;
            if (!inRange && !limit.isZero()) {
                throw new IllegalArgumentException(
                        name + " is " + limit + "; expected zero, or from a millisecond to 24 days");
            }
            return limit;
        }

        /** When a request is tried again; {@link RetryPolicy#none()} for never. */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = retryPolicy;
            return this;
        }

        /**
         * The size in bytes, decompressed, beyond which the body of a success is not read; 32 MiB by default.
         *
         * @throws IllegalArgumentException where it is not positive
         */
        public Builder maxResponseBytes(long maxResponseBytes) {
            if (maxResponseBytes <= 0) {
                throw new IllegalArgumentException("maxResponseBytes is " + maxResponseBytes + "; expected 1 or more");
            }
            this.maxResponseBytes = maxResponseBytes;
            return this;
        }

        /**
         * A header of each request, in place of what it would be otherwise. It is sent to the server of this client and
         * to no other.
         *
         * <p>A {@value RetryInterceptor#IDEMPOTENCY_KEY} set here is that of all requests made with these options.
         *
         * @throws IllegalArgumentException where no header could have such a name or value, a line break in it for one
         */
        public Builder header(String name, String value) {
            // OkHttp lets a colon pass, after which all would be the value.
            if (name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("The name of a header holds a colon: " + name);
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c != '\t' && (c < ' ' || c > '~')) {
                    // OkHttp would quote the value, which may be a secret.
                    throw new IllegalArgumentException(
                            "The value of the header %s has the character U+%04X at %d; expected"
                                            .formatted(name, (int) c, i)
                                    + " visible ASCII characters, spaces and tabs");
                }
            }
            headers.set(name, value);
            return this;
        }

        /** The finished options. The builder may be used further. */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
