package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 409: the request conflicts with the state of the resource. Retried according to the RetryPolicy. */
public final class ConflictException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ConflictException(ErrorDetails details) {
        super(details);
    }
}
