package io.github.triggerapi.client.error;

/** 500 to 599: the service failed or is overloaded. The request was tried again as the retry policy has it. */
public final class ServerErrorException extends TriggerResponseException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(ErrorAnswer answer) {
        super(answer);
    }
}
