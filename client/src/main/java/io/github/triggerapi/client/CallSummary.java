package io.github.triggerapi.client;

import io.github.triggerapi.client.error.Redaction;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** What came of a call. It holds nothing that is secret, and nothing of the bodies. */
public final class CallSummary {

    private final Request request;
    private final int tries;
    private final Duration duration;
    private final @Nullable Response response;
    private final @Nullable Throwable failure;
    private final @Nullable String requestId;

    CallSummary(
            Request request, int tries, Duration duration, @Nullable Response response, @Nullable Throwable failure) {
        this.request = request;
        this.tries = tries;
        this.duration = duration;
        this.response = response;
        // The server may have sent the key back.
        Redaction redaction = new Redaction(response == null ? request : response.request());
        this.failure = failure == null || !redaction.isIn(failure) ? failure : redacted(failure, redaction);
        String id = response == null ? null : response.header("x-request-id");
        this.requestId = id == null ? null : redaction.of(id);
    }

    private static Throwable redacted(Throwable failure, Redaction redaction) {
        String text = redaction.of(String.valueOf(failure.getMessage()));
        IOException replacement = failure instanceof UnreadableBodyException
                ? new UnreadableBodyException(text, "", null)
                : new IOException(text);
        replacement.setStackTrace(failure.getStackTrace());
        return replacement;
    }

    /** The method of the generated interface, such as {@code triggerTaskV1}; empty for a call of another kind. */
    public String operation() {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? "" : invocation.method().getName();
    }

    /** The HTTP method, such as {@code POST}. */
    public String method() {
        return request.method();
    }

    /** The path as it was encoded, without the query. */
    public String path() {
        return request.url().encodedPath();
    }

    /** The HTTP status of the last try, also where its body broke off or cannot be read; 0 where no answer began. */
    public int status() {
        return response == null ? 0 : response.code();
    }

    /** How often the request was sent. */
    public int attempts() {
        return tries;
    }

    /** What the service calls the last try in the header {@code x-request-id} of its answer; empty where it does not say. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** From when it was sent or enqueued to the end of the last answer's body, all waits included. */
    public Duration duration() {
        return duration;
    }

    /** The size of the answer's body in bytes; 0 where there was none, it was not read whole, or it is streamed. */
    public long responseBytes() {
        boolean whole = failure == null || failure instanceof UnreadableBodyException;
        return !whole || response == null || response.body() == null
                ? 0
                : Math.max(response.body().contentLength(), 0);
    }

    /** Why there was no whole answer, or none that can be read; empty where there was one. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** In a line. */
    @Override
    public String toString() {
        String name = operation().isEmpty() ? "" : operation() + " ";
        return name + method() + " " + path() + ": " + outcome() + ", " + duration.toMillis() + " ms, " + tries
                + (tries == 1 ? " attempt, " : " attempts, ") + responseBytes() + " bytes"
                + requestId().map(id -> ", " + oneLine(id)).orElse("");
    }

    private String outcome() {
        if (failure == null) {
            return Integer.toString(status());
        }
        String reason = failure instanceof UnreadableBodyException ? failure.getMessage() : failure.toString();
        return (status() == 0 ? "" : status() + " and ") + oneLine(reason);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
