package io.github.triggerapi.client.call;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.triggerapi.client.error.AwaitTimeoutException;
import io.github.triggerapi.client.error.TriggerException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call that is sent again until the status in its response is final. Immutable; it can be used several times.
 *
 * <p>The first request is sent at once. The delays after that grow by half, from half a second up to five seconds. Each request
 * is retried as any other, but limited to the rest of the timeout.
 *
 * <p>{@link ApiCall#polling} returns it.
 *
 * @param <T> the type of the body of the response
 */
@CheckReturnValue
public interface Polling<T extends @Nullable Object> {

    /**
     * Returns a polling with other delays.
     *
     * @param initial the delay after the first request
     * @param max the maximum delay, which is also that after the first request if it is shorter
     * @throws IllegalArgumentException if one of them is not positive
     */
    Polling<T> withDelays(Duration initial, Duration max);

    /**
     * Waits until the status is final.
     *
     * <p>If the thread is interrupted, the wait ends with a {@link
     * io.github.triggerapi.client.error.TriggerConnectionException}. The thread remains interrupted.
     *
     * @param timeout how long to wait; the last request may last a second longer
     * @return the body of the response whose status is final
     * @throws AwaitTimeoutException if the status is not final within the timeout
     * @throws TriggerException if a request fails, as with {@link ApiCall#send}
     * @throws IllegalArgumentException if the timeout is negative
     */
    T await(Duration timeout);

    /**
     * Waits until the status is final, without blocking a thread between two requests.
     *
     * @param timeout how long to wait; the last request may last a second longer
     * @return completes with the body of the response whose status is final, or with one of the exceptions that {@link #await}
     *     throws. Cancelling it, or completing it in another way, ends the polling
     * @throws IllegalArgumentException if the timeout is negative
     */
    CompletableFuture<T> awaitAsync(Duration timeout);
}
