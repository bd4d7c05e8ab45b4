package io.github.triggerapi.client;

import com.google.gson.Gson;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Invocation;
import retrofit2.Response;

/** Sends calls and turns whatever comes of them into a response or an exception. */
final class Calls {

    private final Gson gson;
    private final UnaryOperator<String> redaction;

    /**
     * Knows how to send.
     *
     * @param redaction takes what is secret out of a message
     */
    Calls(Gson gson, UnaryOperator<String> redaction) {
        this.gson = gson;
        this.redaction = redaction;
    }

    <T> ApiResponse<T> send(Call<T> call) {
        try {
            return response(call.request(), call.execute());
        } catch (IOException e) {
            throw failure(call.request(), e);
        }
    }

    <T> CompletableFuture<ApiResponse<T>> sendAsync(Call<T> call) {
        CompletableFuture<ApiResponse<T>> future = new CompletableFuture<>();
        future.whenComplete((response, error) -> {
            if (future.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> answered, Response<T> response) {
                try {
                    future.complete(response(call.request(), response));
                } catch (IOException e) {
                    future.completeExceptionally(failure(call.request(), e));
                } catch (RuntimeException e) {
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call<T> failed, Throwable cause) {
                future.completeExceptionally(cause instanceof IOException e ? failure(call.request(), e) : cause);
            }
        });
        return future;
    }

    private <T> ApiResponse<T> response(Request request, Response<T> response) throws IOException {
        if (response.isSuccessful()) {
            if (response.body() == null && !mayBeEmpty(request, response.code())) {
                throw new UnreadableBodyException("there is none", "", null);
            }
            return new ApiResponse<>(response.code(), response.headers(), response.body());
        }
        String body = text(response.errorBody());
        ErrorBody error = ErrorBody.of(body, response.code(), operation(request), gson);
        String message = describe(request) + " answered " + response.code()
                + error.text().map(text -> ": " + text).orElse("");
        throw new TriggerResponseException(
                redaction.apply(message), response.code(), response.headers(), body, error, null);
    }

    private TriggerException failure(Request request, IOException cause) {
        if (!(cause instanceof UnreadableBodyException unreadable)) {
            return new TriggerConnectionException(describe(request), cause);
        }
        Answer answer = Objects.requireNonNullElseGet(request.tag(Answer.class), Answer::new);
        ErrorBody error = ErrorBody.of(unreadable.body(), answer.status(), operation(request), gson);
        String message = describe(request) + " answered " + answer.status() + " with a body that cannot be read: "
                + unreadable.getMessage();
        return new TriggerResponseException(
                redaction.apply(message),
                answer.status(),
                answer.headers(),
                unreadable.body(),
                error,
                unreadable.getCause());
    }

    private static @Nullable Method operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null ? null : invocation.method();
    }

    private static boolean mayBeEmpty(Request request, int status) {
        Method operation = operation(request);
        return operation == null
                || ErrorBody.documentedType(operation, status) == Void.class
                || operation.getGenericReturnType() instanceof ParameterizedType call
                        && call.getActualTypeArguments()[0] == Void.class;
    }

    private static String describe(Request request) {
        return request.method() + " " + request.url().encodedPath();
    }

    private static String text(@Nullable ResponseBody body) throws IOException {
        if (body == null) {
            return "";
        }
        try (BufferedSource source = body.source()) {
            source.request(BodyText.LIMIT);
            return BodyText.of(source.getBuffer().readByteArray());
        }
    }
}
