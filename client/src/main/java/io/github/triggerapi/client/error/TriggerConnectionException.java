package io.github.triggerapi.client.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import okhttp3.Request;

/**
 * A call that got no whole answer: the connection was refused, broke or timed out, or the call was cancelled. Whether the
 * server has acted on the request is not known.
 */
public final class TriggerConnectionException extends TriggerException {

    private static final long serialVersionUID = 1L;

    /** How OkHttp and Okio tell their timeouts from a thread that was interrupted. */
    private static final Set<String> TIME_IS_UP = Set.of("timeout", "deadline reached");

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
        return getCause() instanceof SocketTimeoutException
                || getCause() instanceof InterruptedIOException interrupted
                        && TIME_IS_UP.contains(String.valueOf(interrupted.getMessage()));
    }
}
