package io.github.triggerapi.client;

import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.error.SecretKeyRedactor;
import io.github.triggerapi.client.internal.message.MessageStrings;
import io.github.triggerapi.client.internal.transport.CallOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The outcome of a call. Contains neither the secret key nor the bodies. */
public final class CallSummary {

    /** The maximum length, in characters, of strings from the server. */
    private static final int MAX_MESSAGE = 1000;

    private final Request request;
    private final int attempts;
    private final Duration duration;
    private final @Nullable Response response;
    private final @Nullable Throwable failure;
    private final @Nullable String requestId;

    CallSummary(CallOutcome outcome) {
        this.request = outcome.request();
        this.attempts = outcome.attempts();
        this.duration = outcome.duration();
        this.response = outcome.response();
        // The server may have sent the key back.
        SecretKeyRedactor redactor = new SecretKeyRedactor(response == null ? request : response.request());
        this.failure = redact(outcome.failure(), redactor);
        String id = response == null ? null : response.header("x-request-id");
        this.requestId = id == null ? null : redactor.redact(id);
    }

    private static @Nullable Throwable redact(@Nullable Throwable failure, SecretKeyRedactor redactor) {
        if (failure == null || !redactor.isIn(failure)) {
            return failure;
        }
        String message = redactor.redact(String.valueOf(failure.getMessage()));
        IOException replacement = failure instanceof InvalidBodyException
                ? new InvalidBodyException(message, "", null)
                : new IOException(message);
        replacement.setStackTrace(failure.getStackTrace());
        return replacement;
    }

    /** Returns the name of the method of the generated interface, such as {@code triggerTaskV1}; empty if there is none. */
    public String operation() {
        return CallOutcome.operation(request);
    }

    /** Returns the HTTP method, such as {@code POST}. */
    public String method() {
        return request.method();
    }

    /** Returns the encoded path, without the query. */
    public String path() {
        return request.url().encodedPath();
    }

    /**
     * Returns the HTTP status of the last attempt, also if its body is incomplete or invalid.
     *
     * @return 0 if there was no response
     */
    public int status() {
        return response == null ? 0 : response.code();
    }

    /** Returns how often the request was sent. */
    public int attempts() {
        return attempts;
    }

    /** Returns the id that the service gave the last attempt: the header {@code x-request-id}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** Returns the time from when the call was sent or enqueued to the end of the last body, with all delays. */
    public Duration duration() {
        return duration;
    }

    /**
     * Returns the length of the response body in bytes.
     *
     * @return 0 if there is no body, or it is incomplete or streaming
     */
    public long responseBytes() {
        boolean complete = failure == null || failure instanceof InvalidBodyException;
        return !complete || response == null || response.body() == null
                ? 0
                : Math.max(response.body().contentLength(), 0);
    }

    /** Returns why the call has no complete and valid response; empty if it has one, of whatever status. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Returns the summary on a single line. */
    @Override
    public String toString() {
        String name = operation().isEmpty() ? "" : operation() + " ";
        return name + method() + " " + path() + ": " + result() + ", " + duration.toMillis() + " ms, " + attempts
                + (attempts == 1 ? " attempt, " : " attempts, ") + responseBytes() + " bytes"
                + requestId()
                        .map(id -> ", " + MessageStrings.singleLine(id, MAX_MESSAGE))
                        .orElse("");
    }

    private String result() {
        if (failure == null) {
            return Integer.toString(status());
        }
        String reason = failure instanceof InvalidBodyException ? failure.getMessage() : failure.toString();
        return (status() == 0 ? "" : status() + " and ") + MessageStrings.singleLine(reason, MAX_MESSAGE);
    }
}
