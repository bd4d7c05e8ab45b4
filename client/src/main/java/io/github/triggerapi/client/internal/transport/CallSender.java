package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.error.OtherSuccessException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.converter.OtherBody;
import io.github.triggerapi.client.internal.error.DocumentedResponses;
import io.github.triggerapi.client.internal.interceptor.CallState;
import io.github.triggerapi.client.internal.interceptor.IncompleteBodyException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Invocation;
import retrofit2.Response;

/** Sends calls. Their results are successful responses and {@link TriggerException}s. */
final class CallSender {

    private CallSender() {}

    /** Sends a call and waits for its response. */
    static <T> Response<T> send(RetrofitApiCall<?, T> call) {
        try {
            return requireSuccess(call, call.execute());
        } catch (IOException e) {
            throw exception(call.request(), e);
        }
    }

    /**
     * Sends a call without waiting.
     *
     * @param result computes what the future completes with
     */
    static <T, R> CompletableFuture<R> sendAsync(RetrofitApiCall<?, T> call, Function<Response<T>, R> result) {
        CompletableFuture<R> future = new CompletableFuture<>();
        AtomicBoolean ended = new AtomicBoolean();
        future.whenComplete((value, error) -> {
            if (!ended.get()) {
                call.cancel();
            }
        });
        Callback<T> callback = new Callback<>() {
            @Override
            public void onResponse(Call<T> sent, Response<T> response) {
                ended.set(true);
                try {
                    future.complete(result.apply(requireSuccess(call, response)));
                } catch (IOException e) {
                    onFailure(call, e);
                } catch (Throwable e) {
                    // Or nobody would learn of it.
                    future.completeExceptionally(e);
                }
            }

            @Override
            public void onFailure(Call<T> sent, Throwable cause) {
                ended.set(true);
                try {
                    future.completeExceptionally(cause instanceof IOException e ? exception(call.request(), e) : cause);
                } catch (Throwable e) {
                    future.completeExceptionally(e);
                }
            }
        };
        call.enqueue(callback, Runnable::run);
        return future;
    }

    private static <T> Response<T> requireSuccess(Call<T> call, Response<T> response) throws IOException {
        if (!response.isSuccessful()) {
            throw TriggerResponseException.of(response);
        }
        if (response.body() == null
                && OtherBody.valueOf(response) == null
                && !mayBeEmpty(call.request(), response.code())) {
            throw new InvalidBodyException("it is missing", "", null).withResponse(response.raw());
        }
        return response;
    }

    private static boolean mayBeEmpty(Request request, int status) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null
                || DocumentedResponses.isEmpty(invocation.method(), status)
                || returnsNothing(invocation.method());
    }

    private static boolean returnsNothing(Method operation) {
        return operation.getGenericReturnType() instanceof ParameterizedType call
                && call.getActualTypeArguments()[0] == Void.class;
    }

    /**
     * Returns the body of a success.
     *
     * @throws OtherSuccessException if it has another type than the call returns, unless the call returns nothing
     */
    static <T> @Nullable T body(Response<T> response) {
        Object other = OtherBody.valueOf(response);
        Invocation invocation = response.raw().request().tag(Invocation.class);
        if (other != null && (invocation == null || !returnsNothing(invocation.method()))) {
            throw OtherSuccessException.of(response.raw(), other);
        }
        return response.body();
    }

    private static TriggerException exception(Request request, IOException failure) {
        if (failure instanceof InvalidBodyException invalid) {
            okhttp3.Response received = response(request, invalid);
            if (received != null) {
                okhttp3.Response response = received.newBuilder()
                        .body(ResponseBody.create(invalid.body(), null))
                        .build();
                return UnexpectedResponseException.of(
                        response, String.valueOf(invalid.getMessage()), invalid.getCause());
            }
        }
        if (failure instanceof IncompleteBodyException incomplete && isSuccess(incomplete)) {
            return UnexpectedResponseException.of(incomplete.response(), String.valueOf(incomplete.getMessage()), null);
        }
        // The call timed out or was interrupted within the body: its status is known.
        if (failure.getCause() instanceof IncompleteBodyException incomplete) {
            okhttp3.Response response = incomplete.response();
            return isSuccess(incomplete)
                    ? UnexpectedResponseException.of(response, String.valueOf(incomplete.getMessage()), null)
                    : TriggerResponseException.of(Response.error(response.body(), response));
        }
        return new TriggerConnectionException(request, failure);
    }

    /** Returns the response as the client received it, with the request as it was sent, rather than as Retrofit returned it. */
    private static okhttp3.@Nullable Response response(Request request, InvalidBodyException invalid) {
        CallState state = CallState.of(request);
        return state == null || state.response() == null ? invalid.response() : state.response();
    }

    private static boolean isSuccess(IncompleteBodyException incomplete) {
        return incomplete.response().isSuccessful();
    }
}
