package io.github.triggerapi.client.call;

import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.internal.converter.OtherBody;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * A successful response: its body, status and headers.
 *
 * @param <T> the type of the body
 */
public final class ApiResponse<T extends @Nullable Object> {

    private final int status;
    private final Headers headers;
    private final @Nullable T body;
    private final @Nullable Object other;

    private ApiResponse(Response<T> response) {
        this.status = response.code();
        this.headers = response.headers();
        this.body = response.body();
        this.other = OtherBody.valueOf(response);
    }

    /**
     * Returns the response that Retrofit returned, for tests and for Retrofit instances of your own.
     *
     * @param response is {@linkplain Response#isSuccessful() successful}
     */
    public static <T extends @Nullable Object> ApiResponse<T> of(Response<T> response) {
        return new ApiResponse<>(response);
    }

    /** Returns the HTTP status, from 200 to 299. */
    public int status() {
        return status;
    }

    /** Returns the HTTP headers. Their names are case-insensitive. */
    public Headers headers() {
        return headers;
    }

    /** Returns the id that the service gave this request: the header {@code x-request-id}. */
    public Optional<String> requestId() {
        return Optional.ofNullable(headers.get("x-request-id"));
    }

    /**
     * Returns the body; null if the response has none, or if the spec gives its status another type;
     * {@link #bodyAs} returns it then.
     */
    public @Nullable T body() {
        return body;
    }

    /**
     * Returns the body as an object of the class that the spec gives for the status. An operation may have several
     * successes with bodies of several types.
     *
     * <pre>{@code
     * ApiResponse<Report> response = client.reports().createReport(body).exchange();
     * return response.bodyAs(Ticket.class).map(ticket -> "wait for " + ticket.id()).orElseGet(() -> response.body().text());
     * }</pre>
     *
     * @param type usually a generated class; {@link okhttp3.ResponseBody} for a body that is not JSON
     * @return empty if the body is of another class, or there is none
     */
    public <B> Optional<B> bodyAs(Class<B> type) {
        return bodyAs(TypeToken.get(type));
    }

    /**
     * Returns the body of another success than the call returns as an object of a type that is not a class.
     *
     * @param type for example {@code new TypeToken<List<String>>() {}}
     * @return empty if the body is of another type, is what {@link #body} returns, or there is none
     */
    public <B> Optional<B> bodyAs(TypeToken<B> type) {
        return OtherBody.as(other == null ? body : other, type);
    }

    /** Returns the status and the body, which may be long. */
    @Override
    public String toString() {
        return "ApiResponse(" + status + ", " + (other == null ? body : other) + ")";
    }
}
