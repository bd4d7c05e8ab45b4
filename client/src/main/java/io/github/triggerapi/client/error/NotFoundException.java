package io.github.triggerapi.client.error;

/** 404: there is no such thing, or not in the environment of the key. */
public final class NotFoundException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    NotFoundException(ErrorAnswer answer) {
        super(answer);
    }
}
