package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 401: the secret key is missing, wrong or revoked. */
public final class UnauthorizedException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(ErrorDetails details) {
        super(details);
    }
}
