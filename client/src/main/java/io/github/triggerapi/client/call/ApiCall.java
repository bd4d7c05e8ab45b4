package io.github.triggerapi.client.call;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.triggerapi.client.error.OtherSuccessException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A call of an operation. Nothing is sent until one of its methods is called, and it can be sent once; {@link #clone} returns
 * a call that can be sent again.
 *
 * <pre>{@code
 * String id = client.tasks().triggerTaskV1("my-task", body).send().id();
 * }</pre>
 *
 * <p>It is a Retrofit call as well: {@link #execute} and {@link #enqueue} return a response of each status, and fail with an
 * {@link java.io.IOException} if there is no complete response, or its body is invalid.
 *
 * <p>The methods of an interface of your own may return this type: with {@code TriggerClient.api}, or with a Retrofit instance
 * that has {@code TriggerClient.callAdapterFactory()}.
 *
 * @param <T> the type of the body of the response
 */
@CheckReturnValue
public interface ApiCall<T extends @Nullable Object> extends Call<T> {

    /**
     * Sends the call and waits for its response.
     *
     * <p>If the thread is interrupted, the call is cancelled within a second and fails with a {@link
     * TriggerConnectionException}, or with the status of the response if that is an error whose body is incomplete. The
     * thread remains interrupted.
     *
     * @return the body of the response; null if the spec describes none for the status, or for the call
     * @throws TriggerResponseException if the response is not successful, or its body is invalid
     * @throws OtherSuccessException if the spec describes several successes, and the body has another type than the call
     *     returns. The server has acted on the request. {@link #exchange} returns all of them
     * @throws TriggerConnectionException if there is no complete response
     * @throws com.google.gson.JsonParseException if the request cannot be written as JSON; it is not sent then
     * @throws IllegalStateException if the call was sent already, or the client is closed
     */
    @CanIgnoreReturnValue
    T send();

    /**
     * Sends the call and waits for its response, as {@link #send} does, and returns status and headers as well. Of an
     * operation with several successes it returns each, with the type of its body; see {@link ApiResponse#bodyAs}.
     */
    ApiResponse<T> exchange();

    /**
     * Sends the call without waiting.
     *
     * <p>Wait for the future before the client is closed and before the program ends: the call is cancelled then, as the
     * threads of the client do not keep a program running.
     *
     * <p>Up to 64 calls are in progress at a time, or as many as the dispatcher of an {@link okhttp3.OkHttpClient} of your own
     * allows; others wait. A call keeps its thread during the delays between attempts, and while dependent stages of the
     * future run. For stages that block, use {@code thenApplyAsync} and the like with an executor of your own.
     *
     * @return completes with the body of the response, or with one of the exceptions that {@link #send} throws. Cancelling
     *     it, or completing it in another way such as {@link CompletableFuture#orTimeout}, cancels the call; cancelling a
     *     dependent stage does not
     * @throws IllegalStateException if the call was sent already, or the client is closed
     */
    CompletableFuture<T> sendAsync();

    /** Sends the call without waiting, as {@link #sendAsync} does, and returns status and headers as well. */
    CompletableFuture<ApiResponse<T>> exchangeAsync();

    /**
     * Returns a way to wait until the status in the response is one of the given ones. Copies of this call are sent, and not
     * the call itself.
     *
     * <pre>{@code
     * Report report = client.reports().getReport(id)
     *         .polling(Report::state, Set.of(State.READY, State.FAILED))
     *         .await(Duration.ofMinutes(5));
     * }</pre>
     *
     * @param <S> the type of the status
     * @param status returns the status in a body; null if it has none
     * @param finalStatuses the statuses that end the wait; others, also unknown ones, do not
     */
    <S> Polling<T> polling(Function<? super T, ? extends @Nullable S> status, Set<S> finalStatuses);

    /** Returns a new call with the same request, which can be sent even if this one was. */
    @Override
    ApiCall<T> clone();
}
