package io.github.triggerapi.client.internal.interceptor;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The state of a call in progress. It is a tag of the request, as Retrofit does not pass on a response whose body it cannot
 * convert.
 */
public final class CallState {

    private volatile int attempts;
    private volatile long enqueuedAt;
    private volatile @Nullable Response response;

    /** Returns the state of the call of a request; null if it was not made by a client of this library. */
    public static @Nullable CallState of(Request request) {
        return request.tag(CallState.class);
    }

    /** Returns the number of attempts. */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the response to the last attempt, with the request as it was sent; null if there was none. Its body may be
     * consumed, or incomplete.
     */
    public @Nullable Response response() {
        return response;
    }

    void setResponse(Response response) {
        this.response = response;
    }

    /** @param nanoTime the {@link System#nanoTime} at which the call was enqueued */
    public void setEnqueuedAt(long nanoTime) {
        // Zero stands for a call that was not enqueued.
        this.enqueuedAt = nanoTime == 0 ? 1 : nanoTime;
    }

    /** Intercepts a call before its first attempt. Reduces its timeout by the time that it has waited for a thread. */
    public static Response interceptCall(Interceptor.Chain chain) throws IOException {
        CallState state = of(chain.request());
        if (chain.call().isCanceled()) {
            throw new IOException("Canceled");
        }
        Timeout timeout = chain.call().timeout();
        if (state != null && state.enqueuedAt != 0 && timeout.timeoutNanos() > 0) {
            long left = timeout.timeoutNanos() - (System.nanoTime() - state.enqueuedAt);
            timeout.timeout(Math.max(left, 1), TimeUnit.NANOSECONDS);
        }
        return chain.proceed(chain.request());
    }

    /** Intercepts each attempt. */
    public static Response interceptAttempt(Interceptor.Chain chain) throws IOException {
        CallState state = of(chain.request());
        if (state == null) {
            return chain.proceed(chain.request());
        }
        state.response = null;
        state.attempts++; // by one thread at a time
        Response response = chain.proceed(chain.request());
        state.response = response;
        return response;
    }
}
