package io.github.triggerapi.client;

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
    private final @Nullable IOException failure;

    CallSummary(
            Request request, int tries, Duration duration, @Nullable Response response, @Nullable IOException failure) {
        this.request = request;
        this.tries = tries;
        this.duration = duration;
        this.response = response;
        this.failure = failure;
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

    /** The HTTP status of the last try; 0 where there was no whole answer. */
    public int status() {
        return response == null ? 0 : response.code();
    }

    /** How often the request was sent. */
    public int tries() {
        return tries;
    }

    /** From the start of the first try to the end of the last answer's body, waits included. */
    public Duration duration() {
        return duration;
    }

    /** The size of the answer's body in bytes, as far as it was read; 0 where there was none or it is streamed. */
    public long bytes() {
        return response == null || response.body() == null
                ? 0
                : Math.max(response.body().contentLength(), 0);
    }

    /** Why there was no whole answer; empty where there was one. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** In a line. */
    @Override
    public String toString() {
        String name = operation().isEmpty() ? "" : operation() + " ";
        String outcome = failure == null
                ? Integer.toString(status())
                : failure.toString().replaceAll("\\p{Cntrl}+", " ");
        return name + method() + " " + path() + ": " + outcome + ", " + duration.toMillis() + " ms, " + tries
                + (tries == 1 ? " try, " : " tries, ") + bytes() + " bytes";
    }
}
