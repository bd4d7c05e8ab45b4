package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.error.ErrorDetails;

/** Status 422: the request is valid, but cannot be processed, for example because a queue is full. */
public final class UnprocessableContentException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    UnprocessableContentException(ErrorDetails details) {
        super(details);
    }
}
