package io.github.triggerapi.client.error;

/** 400: the service cannot read the request, or the request breaks a rule. It says which in its text. */
public final class BadRequestException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    BadRequestException(ErrorAnswer answer) {
        super(answer);
    }
}
