package io.github.triggerapi.client.error;

import java.lang.reflect.Method;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** An answer that ends in an exception, without the secret key. */
final class ErrorAnswer {

    /** Of what the service says, as much goes into a message. */
    private static final int LONGEST = 500;

    private final Request request;
    private final int status;
    private final Headers headers;
    private final String body;
    private final ErrorBody error;
    private final Redaction redaction;

    ErrorAnswer(Request request, int status, Headers headers, String body) {
        this.request = request;
        this.status = status;
        this.redaction = new Redaction(request);
        this.headers = redaction.of(headers);
        this.body = redaction.ofStart(BodyText.start(body));
        this.error = ErrorBody.of(this.body, status, operation(request));
    }

    private static @Nullable Method operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? null : invocation.method();
    }

    /** What follows the request in the message of an exception. */
    String message() {
        String location = headers.get("Location");
        if (status / 100 == 3 && location != null) {
            return " answered " + status + " with a redirect to " + line(location) + ", which is not followed";
        }
        return " answered " + status
                + error.text().map(text -> ": " + line(text)).orElse("");
    }

    String unreadable(String reason) {
        return " answered " + status + " with a body that cannot be read: " + line(redaction.of(reason));
    }

    /** In one line, as a message is for a log. */
    private static String line(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The cause, unless it would show the key. */
    @Nullable
    Throwable cause(@Nullable Throwable cause) {
        return cause == null || redaction.isIn(cause) ? null : cause;
    }

    Request request() {
        return request;
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    String body() {
        return body;
    }

    ErrorBody error() {
        return error;
    }
}
