package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.interceptor.CallState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import okhttp3.Request;

/**
 * Thrown if a call has no complete response: the connection was refused, broke or timed out, or the call was cancelled. The
 * server may or may not have acted on the request.
 */
public final class TriggerConnectionException extends TriggerException {

    private static final long serialVersionUID = 1L;

    /** The messages of OkHttp and Okio at a timeout, in an exception that they also throw in an interrupted thread. */
    private static final Set<String> TIMEOUTS = Set.of("timeout", "deadline reached");

    /**
     * Creates the exception for a request that failed with an exception of OkHttp, for tests and for Retrofit instances of
     * your own.
     */
    public TriggerConnectionException(Request request, IOException cause) {
        super(request, ": " + cause + attempts(request), cause);
    }

    private static String attempts(Request request) {
        CallState state = CallState.of(request);
        return state == null || state.attempts() < 2 ? "" : " (" + state.attempts() + " attempts)";
    }

    /** Returns whether a timeout caused the failure: of the connection, of a part of the response, or of the call. */
    public boolean isTimeout() {
        return getCause() instanceof SocketTimeoutException
                || getCause() instanceof InterruptedIOException interrupted
                        && TIMEOUTS.contains(String.valueOf(interrupted.getMessage()));
    }
}
