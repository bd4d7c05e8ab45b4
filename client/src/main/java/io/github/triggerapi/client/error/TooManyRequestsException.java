package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;
import java.time.Instant;
import java.util.Optional;

/** Status 429: the rate limit is exceeded. Retried according to the RetryPolicy. */
public final class TooManyRequestsException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(ErrorDetails details) {
        super(details);
    }

    /**
     * Returns when the rate limit is reset: the header {@code x-ratelimit-reset}.
     *
     * @return empty if the response does not say
     */
    public Optional<Instant> reset() {
        String reset = headers().get("x-ratelimit-reset");
        try {
            return reset == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(reset.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
