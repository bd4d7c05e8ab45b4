package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 403: the secret key does not permit the operation. */
public final class ForbiddenException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(ErrorDetails details) {
        super(details);
    }
}
