package io.github.triggerapi.client;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it is under way. It travels with the request as a tag, as Retrofit drops an answer whose
 * body it cannot read.
 */
final class CallState {

    private volatile int tries;
    private volatile long enqueued;
    private volatile @Nullable Response answer;

    static @Nullable CallState of(Request request) {
        return request.tag(CallState.class);
    }

    /** How often the request was sent. */
    int attempts() {
        return tries;
    }

    /**
     * The answer to the last try, with the request as it was sent; null where there was none. Its body may be read already,
     * or have broken off.
     */
    @Nullable
    Response answer() {
        return answer;
    }

    void answered(Response answer) {
        this.answer = answer;
    }

    /** @param nanoTime the {@link System#nanoTime} at which it was handed to the threads */
    void enqueued(long nanoTime) {
        // Zero says that it was not.
        this.enqueued = nanoTime == 0 ? 1 : nanoTime;
    }

    /** Sits outside of what tries again, to which it leaves the time that a call has after waiting for its thread. */
    static Response begin(Interceptor.Chain chain) throws IOException {
        CallState state = of(chain.request());
        if (chain.call().isCanceled()) {
            throw new IOException("Canceled");
        }
        Timeout timeout = chain.call().timeout();
        if (state != null && state.enqueued != 0 && timeout.timeoutNanos() > 0) {
            long left = timeout.timeoutNanos() - (System.nanoTime() - state.enqueued);
            timeout.timeout(Math.max(left, 1), TimeUnit.NANOSECONDS);
        }
        return chain.proceed(chain.request());
    }

    /** Sits inside of what tries again, and sees each try. */
    static Response record(Interceptor.Chain chain) throws IOException {
        CallState state = of(chain.request());
        if (state == null) {
            return chain.proceed(chain.request());
        }
        state.answer = null;
        state.tries++; // by one thread at a time
        Response answer = chain.proceed(chain.request());
        state.answer = answer;
        return answer;
    }
}
