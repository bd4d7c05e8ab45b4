package io.github.triggerapi.client;

import io.github.triggerapi.client.internal.transport.CallOutcome;
import java.time.Duration;
import java.util.Optional;

/** The outcome of a call. Contains neither the secret key nor the bodies. */
public final class CallSummary {

    private final CallOutcome outcome;

    CallSummary(CallOutcome outcome) {
        this.outcome = outcome;
    }

    /** Returns the name of the method of the generated interface, such as {@code triggerTaskV1}; empty if there is none. */
    public String operation() {
        return outcome.operation();
    }

    /** Returns the HTTP method, such as {@code POST}. */
    public String method() {
        return outcome.method();
    }

    /** Returns the encoded path, without the query. */
    public String path() {
        return outcome.path();
    }

    /**
     * Returns the HTTP status of the last attempt, also if its body is incomplete or invalid.
     *
     * @return 0 if there was no response
     */
    public int status() {
        return outcome.status();
    }

    /** Returns how often the request was sent. */
    public int attempts() {
        return outcome.attempts();
    }

    /** Returns the id that the service gave the last attempt: the header {@code x-request-id}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(outcome.requestId());
    }

    /** Returns the time from when the call was sent or enqueued to the end of the last body, with all delays. */
    public Duration duration() {
        return outcome.duration();
    }

    /**
     * Returns the length of the response body in bytes.
     *
     * @return 0 if there is no body, or it is incomplete or streaming
     */
    public long responseBytes() {
        return outcome.responseBytes();
    }

    /** Returns why the call has no complete and valid response; empty if it has one, of whatever status. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(outcome.failure());
    }

    /** Returns the summary on a single line. */
    @Override
    public String toString() {
        return outcome.toString();
    }
}
