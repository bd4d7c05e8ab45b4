package io.github.triggerapi.client;

import io.github.triggerapi.client.error.DocumentedAnswers;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Invocation;
import retrofit2.Response;

/** Sends calls and turns whatever comes of them into a response or an exception. */
final class Calls {

    private Calls() {}

    static <T> ApiResponse<T> send(Call<T> call) {
        try {
            return response(call, call.execute());
        } catch (IOException e) {
            throw failure(call.request(), e);
        }
    }

    /**
     * Sends a call without waiting.
     *
     * @param result what the future completes with
     */
    static <T, R> CompletableFuture<R> sendAsync(Call<T> call, Function<ApiResponse<T>, R> result) {
        CompletableFuture<R> future = new CompletableFuture<>();
        AtomicBoolean ended = new AtomicBoolean();
        future.whenComplete((response, error) -> {
            if (!ended.get()) {
                call.cancel();
            }
        });
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> answered, Response<T> response) {
                ended.set(true);
                try {
                    future.complete(result.apply(response(call, response)));
                } catch (IOException e) {
                    onFailure(call, e);
                } catch (Throwable e) {
                    // Or nobody would hear of it.
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call<T> failed, Throwable cause) {
                ended.set(true);
                try {
                    future.completeExceptionally(cause instanceof IOException e ? failure(call.request(), e) : cause);
                } catch (Throwable e) {
                    future.completeExceptionally(e);
                }
            }
        });
        return future;
    }

    private static <T> ApiResponse<T> response(Call<T> call, Response<T> response) throws IOException {
        if (!response.isSuccessful()) {
            throw TriggerResponseException.of(response);
        }
        if (response.body() == null && !mayBeEmpty(call.request(), response.code())) {
            throw new UnreadableBodyException("there is none", "", null);
        }
        return new ApiResponse<>(response.code(), response.headers(), response.body());
    }

    private static TriggerException failure(Request request, IOException failure) {
        CallState state = CallState.of(request);
        if (failure instanceof UnreadableBodyException unreadable && state != null && state.answer() != null) {
            return unreadable(state.answer(), unreadable.body(), failure, unreadable.getCause());
        }
        // The cause of a failure that says that the time of the call is up: how it ends is known by then.
        Throwable known = failure.getCause() instanceof UnfinishedBodyException late ? late : failure;
        if (known instanceof UnfinishedBodyException unfinished) {
            okhttp3.Response answer = unfinished.answer();
            if (answer.isSuccessful()) {
                return unreadable(answer, unfinished.start(), unfinished, null);
            } else if (known != failure) {
                return TriggerResponseException.of(
                        answer.request(), answer.code(), answer.headers(), unfinished.start());
            }
        }
        return new TriggerConnectionException(request, failure);
    }

    private static TriggerException unreadable(
            okhttp3.Response answer, String body, IOException failure, @Nullable Throwable cause) {
        return UnexpectedResponseException.of(
                answer.request(), answer.code(), answer.headers(), body, String.valueOf(failure.getMessage()), cause);
    }

    private static boolean mayBeEmpty(Request request, int status) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            return true;
        }
        Method operation = invocation.method();
        return DocumentedAnswers.body(operation, status) == Void.class
                || operation.getGenericReturnType() instanceof ParameterizedType call
                        && call.getActualTypeArguments()[0] == Void.class;
    }
}
