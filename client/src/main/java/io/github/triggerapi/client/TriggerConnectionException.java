package io.github.triggerapi.client;

import java.io.IOException;

/**
 * A call that got no whole answer: the connection was refused, broke or timed out. Whether the server has acted on the
 * request is not known.
 */
public final class TriggerConnectionException extends TriggerException {

    private static final long serialVersionUID = 1L;

    TriggerConnectionException(String request, IOException cause) {
        super(request + ": " + cause, cause);
    }
}
