package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 404: the resource does not exist in the environment of the secret key. */
public final class NotFoundException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    NotFoundException(ErrorDetails details) {
        super(details);
    }
}
