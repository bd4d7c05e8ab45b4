package io.github.triggerapi.client.internal.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads what a response says about a further attempt. */
final class RetryHints {

    private static final Set<Integer> RETRYABLE = Set.of(408, 409, 429);

    private RetryHints() {}

    /** Returns whether the request may be retried: by {@code x-should-retry}, or else by the status. */
    static boolean isRetryable(Response response) {
        String hint = response.header("x-should-retry");
        if (hint != null && !response.isSuccessful()) {
            if (hint.strip().equalsIgnoreCase("true")) {
                return true;
            } else if (hint.strip().equalsIgnoreCase("false")) {
                return false;
            }
        }
        return RETRYABLE.contains(response.code()) || response.code() >= 500;
    }

    /**
     * Returns the delay that the server requests, by {@code Retry-After} or, with status 429, by
     * {@code x-ratelimit-reset}; null if it requests none.
     */
    static @Nullable Duration delay(Response response, Instant now) {
        String after = response.header("Retry-After");
        Duration delay = after == null ? null : retryAfter(after.strip(), now);
        if (delay == null && response.code() == 429) {
            String reset = response.header("x-ratelimit-reset");
            delay = reset == null ? null : until(reset.strip(), now);
        }
        return delay == null || delay.isNegative() ? null : delay;
    }

    /** Parses a number of seconds or an HTTP date (RFC 9110, section 10.2.3). */
    private static @Nullable Duration retryAfter(String value, Instant now) {
        try {
            return value.matches("\\d{1,15}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration until(String epochMillis, Instant now) {
        return epochMillis.matches("\\d{1,15}")
                ? Duration.between(now, Instant.ofEpochMilli(Long.parseLong(epochMillis)))
                : null;
    }
}
