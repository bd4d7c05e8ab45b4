package io.github.triggerapi.client.error;

import io.github.triggerapi.client.internal.message.MessageStrings;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Thrown if the status in the responses to a call is not final within the time to wait for it. */
public final class AwaitTimeoutException extends TriggerException {

    private static final long serialVersionUID = 1L;

    private static final int MAX_STATUS = 100;

    private final @Nullable String lastStatus;

    /**
     * Creates the exception.
     *
     * @param timeout how long the status was waited for
     * @param lastStatus the status in the last response; null if there was none
     * @param cause the failure of the last request; null if it had a response
     */
    public AwaitTimeoutException(
            Request request, Duration timeout, @Nullable String lastStatus, @Nullable Throwable cause) {
        super(
                request,
                " returned no final status within " + timeout
                        + (lastStatus == null
                                ? ""
                                : "; the last one is " + MessageStrings.singleLine(lastStatus, MAX_STATUS)),
                cause);
        this.lastStatus = lastStatus;
    }

    /** Returns the status in the last response; empty if there was none. */
    public Optional<String> lastStatus() {
        return Optional.ofNullable(lastStatus);
    }
}
