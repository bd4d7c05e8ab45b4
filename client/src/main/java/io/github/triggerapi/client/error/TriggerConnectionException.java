package io.github.triggerapi.client.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Request;

/**
 * A call that got no whole answer: the connection was refused, broke or timed out, or the call was cancelled. Whether the
 * server has acted on the request is not known.
 */
public final class TriggerConnectionException extends TriggerException {

    private static final long serialVersionUID = 1L;

    /**
     * Tells of a request that got no whole answer.
     *
     * @param cause what OkHttp threw
     */
    public TriggerConnectionException(Request request, IOException cause) {
        super(request, ": " + cause, cause);
    }

    /** Whether time ran out: for the connection, for a part of the answer, or for the call as a whole. */
    public boolean isTimeout() {
        return getCause() instanceof InterruptedIOException;
    }
}
