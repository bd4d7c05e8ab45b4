package io.github.triggerapi.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call as Retrofit has it, whose observers hear what its caller gets, and whose time limit covers the time that it waits
 * for a thread: OkHttp's own starts after that.
 */
final class ApiCall<T> implements Call<T> {

    private final TriggerClient client;
    private final CallReporter reporter;
    private final Call<T> call;

    ApiCall(TriggerClient client, CallReporter reporter, Call<T> call) {
        this.client = client;
        this.reporter = reporter;
        this.call = call;
    }

    /** The client that made the call. */
    TriggerClient client() {
        return client;
    }

    @Override
    public Response<T> execute() throws IOException {
        long start = System.nanoTime();
        try {
            Response<T> response = call.execute();
            reporter.tell(call.request(), start, response.raw(), null);
            return response;
        } catch (IOException e) {
            reporter.tell(call.request(), start, null, e);
            throw e;
        }
    }

    @Override
    public void enqueue(Callback<T> callback) {
        Pending pending = new Pending(callback);
        call.enqueue(pending);
        pending.limit();
    }

    /** Waits for the end of the call or of its time, and tells of the one that comes first. */
    private final class Pending implements Callback<T> {

        private final Callback<T> callback;
        private final long start = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Void> limit = new CompletableFuture<>();

        Pending(Callback<T> callback) {
            this.callback = callback;
        }

        void limit() {
            // A call that could not even be made has no timeout to ask for.
            long nanos = ended.get() ? 0 : call.timeout().timeoutNanos();
            if (nanos > 0) {
                limit.orTimeout(nanos, TimeUnit.NANOSECONDS).exceptionallyAsync(e -> timeIsUp());
            }
        }

        private @Nullable Void timeIsUp() {
            call.cancel();
            CallState state = CallState.of(call.request());
            if (state == null || state.tries() == 0) {
                fail(new InterruptedIOException("timeout"));
            } // Otherwise the cancelled call fails in a moment, with what it knows by then.
            return null;
        }

        @Override
        public void onResponse(Call<T> answered, Response<T> response) {
            if (end()) {
                reporter.tell(call.request(), start, response.raw(), null);
                callback.onResponse(ApiCall.this, response);
            }
        }

        @Override
        public void onFailure(Call<T> failed, Throwable failure) {
            boolean timeIsUp = limit.isCompletedExceptionally() && failure instanceof IOException;
            fail(timeIsUp && !(failure instanceof InterruptedIOException) ? timeout(failure) : failure);
        }

        private void fail(Throwable failure) {
            if (end()) {
                if (failure instanceof IOException e) {
                    reporter.tell(call.request(), start, null, e);
                }
                callback.onFailure(ApiCall.this, failure);
            }
        }

        private boolean end() {
            limit.complete(null);
            return ended.compareAndSet(false, true);
        }
    }

    /** As OkHttp has it for its own limit. */
    private static IOException timeout(Throwable cause) {
        InterruptedIOException timeout = new InterruptedIOException("timeout");
        timeout.initCause(cause);
        return timeout;
    }

    @Override
    public boolean isExecuted() {
        return call.isExecuted();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    /** The same call, not yet sent. */
    @Override
    public Call<T> clone() {
        return new ApiCall<>(client, reporter, call.clone());
    }

    @Override
    public Request request() {
        return call.request();
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }
}
