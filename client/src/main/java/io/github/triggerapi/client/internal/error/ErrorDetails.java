package io.github.triggerapi.client.internal.error;

import io.github.triggerapi.client.internal.message.MessageStrings;
import java.lang.reflect.Method;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** What an exception contains of a response. The secret key is removed from all of it. */
public final class ErrorDetails {

    /** The maximum length, in characters, of strings from the server. */
    private static final int MAX_MESSAGE = 500;

    private final Request request;
    private final int status;
    private final Headers headers;
    private final String body;
    private final ErrorBody error;
    private final SecretKeyRedactor redactor;

    /**
     * Reads the details of a response.
     *
     * @param body the body of the response; the start of it is read
     */
    public ErrorDetails(Response response, @Nullable ResponseBody body) {
        this.request = response.request();
        this.status = response.code();
        this.redactor = new SecretKeyRedactor(request);
        this.headers = redactor.redact(response.headers());
        this.body = redactor.redactExcerpt(BodyExcerpt.of(body));
        this.error = ErrorBody.parse(this.body, status, operation(request));
    }

    private static @Nullable Method operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? null : invocation.method();
    }

    /** Returns the message for an unsuccessful response, to follow the request. */
    public String message() {
        String location = headers.get("Location");
        if (status / 100 == 3 && location != null) {
            return " returned " + status + " with a redirect to " + line(location) + ", which is not followed";
        }
        return " returned " + status
                + error.message().map(message -> ": " + line(message)).orElse("");
    }

    /** Returns the message for a successful response whose body cannot be used, to follow the request. */
    public String invalidBodyMessage(String reason) {
        return " returned " + status + " with an invalid body: " + line(redactor.redact(reason));
    }

    private static String line(String string) {
        return MessageStrings.singleLine(string, MAX_MESSAGE);
    }

    /** Returns the cause; null if its stack trace would contain the secret key. */
    public @Nullable Throwable cause(@Nullable Throwable cause) {
        return cause == null || redactor.isIn(cause) ? null : cause;
    }

    public Request request() {
        return request;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    public String body() {
        return body;
    }

    public ErrorBody error() {
        return error;
    }
}
