package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 400: the request is malformed or invalid. The message says why. */
public final class BadRequestException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    BadRequestException(ErrorDetails details) {
        super(details);
    }
}
