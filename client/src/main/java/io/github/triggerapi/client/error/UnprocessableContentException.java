package io.github.triggerapi.client.error;

/** 422: the request is in order by itself, but not with what is there, such as a queue that is full. */
public final class UnprocessableContentException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    UnprocessableContentException(ErrorAnswer answer) {
        super(answer);
    }
}
