package io.github.triggerapi.client.error;

/** 409: the request contradicts the state of things. It was tried again as the retry policy has it. */
public final class ConflictException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ConflictException(ErrorAnswer answer) {
        super(answer);
    }
}
