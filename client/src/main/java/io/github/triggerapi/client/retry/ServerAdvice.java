package io.github.triggerapi.client.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What an answer says of a further try. */
final class ServerAdvice {

    private static final Set<Integer> PASSING = Set.of(408, 409, 429);

    private ServerAdvice() {}

    /** Whether the same request may succeed a little later: as the service says, or else by the status. */
    static boolean isPassing(Response response) {
        String advice = response.header("x-should-retry");
        if (advice != null && !response.isSuccessful()) {
            if (advice.strip().equalsIgnoreCase("true")) {
                return true;
            } else if (advice.strip().equalsIgnoreCase("false")) {
                return false;
            }
        }
        return PASSING.contains(response.code()) || response.code() >= 500;
    }

    /** How long to wait by {@code Retry-After}, or by when the rate limit is free again; null where neither says. */
    static @Nullable Duration delay(Response response, Instant now) {
        String after = response.header("Retry-After");
        Duration delay = after == null ? null : retryAfter(after.strip(), now);
        if (delay == null && response.code() == 429) {
            String reset = response.header("x-ratelimit-reset");
            delay = reset == null ? null : until(reset.strip(), now);
        }
        return delay == null || delay.isNegative() ? null : delay;
    }

    /** Seconds, or a date as HTTP has it (RFC 9110, section 10.2.3). */
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
