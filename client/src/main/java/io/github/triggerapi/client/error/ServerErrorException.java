package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 5xx: the service failed or is overloaded. Retried according to the RetryPolicy. */
public final class ServerErrorException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(ErrorDetails details) {
        super(details);
    }
}
