package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.error.SecretKeyRedactor;
import io.github.triggerapi.client.internal.message.SingleLine;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** The outcome of a call, without the secret key and without the bodies. */
public final class CallOutcome {

    /** In characters. */
    private static final int MAX_FAILURE = 1000;

    private final Request request;
    private final int attempts;
    private final Duration duration;
    private final @Nullable Response response;
    private final @Nullable Throwable failure;
    private final @Nullable String requestId;

    /**
     * Creates an outcome.
     *
     * @param response the last response; null if there was none
     * @param failure null if the call completed with a response
     */
    CallOutcome(
            Request request,
            int attempts,
            Duration duration,
            @Nullable Response response,
            @Nullable Throwable failure) {
        this.request = request;
        this.attempts = attempts;
        this.duration = duration;
        this.response = response;
        // The server may have sent the key back.
        SecretKeyRedactor redactor = new SecretKeyRedactor(response == null ? request : response.request());
        this.failure = failure == null || !redactor.isIn(failure) ? failure : redact(failure, redactor);
        String id = response == null ? null : response.header("x-request-id");
        this.requestId = id == null ? null : redactor.redact(id);
    }

    private static Throwable redact(Throwable failure, SecretKeyRedactor redactor) {
        String message = redactor.redact(String.valueOf(failure.getMessage()));
        IOException replacement = failure instanceof InvalidBodyException
                ? new InvalidBodyException(message, "", null)
                : new IOException(message);
        replacement.setStackTrace(failure.getStackTrace());
        return replacement;
    }

    /** Returns the name of the method of the generated interface; empty if there is none. */
    public String operation() {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? "" : invocation.method().getName();
    }

    public String method() {
        return request.method();
    }

    public String path() {
        return request.url().encodedPath();
    }

    /** Returns the status of the last response; 0 if there was none. */
    public int status() {
        return response == null ? 0 : response.code();
    }

    public int attempts() {
        return attempts;
    }

    public Duration duration() {
        return duration;
    }

    public @Nullable String requestId() {
        return requestId;
    }

    public @Nullable Throwable failure() {
        return failure;
    }

    /** Returns the length of the body; 0 if there is none, or it is incomplete or streaming. */
    public long responseBytes() {
        boolean complete = failure == null || failure instanceof InvalidBodyException;
        return !complete || response == null || response.body() == null
                ? 0
                : Math.max(response.body().contentLength(), 0);
    }

    /** Returns the outcome on a single line. */
    @Override
    public String toString() {
        String name = operation().isEmpty() ? "" : operation() + " ";
        return name + method() + " " + path() + ": " + result() + ", " + duration.toMillis() + " ms, " + attempts
                + (attempts == 1 ? " attempt, " : " attempts, ") + responseBytes() + " bytes"
                + (requestId == null ? "" : ", " + SingleLine.of(requestId, MAX_FAILURE));
    }

    private String result() {
        if (failure == null) {
            return Integer.toString(status());
        }
        String reason = failure instanceof InvalidBodyException ? failure.getMessage() : failure.toString();
        return (status() == 0 ? "" : status() + " and ") + SingleLine.of(reason, MAX_FAILURE);
    }
}
