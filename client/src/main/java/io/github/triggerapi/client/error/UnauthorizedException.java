package io.github.triggerapi.client.error;

/** 401: the secret key is missing, wrong or revoked. */
public final class UnauthorizedException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    UnauthorizedException(ErrorAnswer answer) {
        super(answer);
    }
}
