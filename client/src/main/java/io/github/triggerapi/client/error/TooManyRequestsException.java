package io.github.triggerapi.client.error;

import java.time.Instant;
import java.util.Optional;

/** 429: the rate limit is used up. The request was tried again as the retry policy has it. */
public final class TooManyRequestsException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    TooManyRequestsException(ErrorAnswer answer) {
        super(answer);
    }

    /**
     * When the limit is free again: the header {@code x-ratelimit-reset}, in milliseconds since 1970.
     *
     * @return empty where the service does not say
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
