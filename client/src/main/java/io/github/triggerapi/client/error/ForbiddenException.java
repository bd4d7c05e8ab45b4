package io.github.triggerapi.client.error;

/** 403: the secret key is not allowed to do this. */
public final class ForbiddenException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ForbiddenException(ErrorAnswer answer) {
        super(answer);
    }
}
