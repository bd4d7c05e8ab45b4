package io.github.triggerapi.client;

import io.github.triggerapi.client.WaitingCalls.WaitingCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
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
    private final Transport transport;
    private final Call<T> call;

    ApiCall(TriggerClient client, Transport transport, Call<T> call) {
        this.client = client;
        this.transport = transport;
        this.call = call;
    }

    /** The client that made the call. */
    TriggerClient client() {
        return client;
    }

    @Override
    public Response<T> execute() throws IOException {
        transport.requireOpen();
        long start = System.nanoTime();
        try {
            Response<T> response = executeInterruptibly();
            tell(start, response.raw(), null);
            return response;
        } catch (IOException | RuntimeException | Error e) {
            tell(start, null, e);
            throw e;
        }
    }

    private Response<T> executeInterruptibly() throws IOException {
        WaitingCall waiting = transport.waitingCalls().add(call);
        try {
            transport.earlyTimeout().use();
            return call.execute();
        } catch (IOException e) {
            if (call.isCanceled() && Thread.currentThread().isInterrupted() && !(e instanceof InterruptedIOException)) {
                throw interruptedIo("interrupted", e);
            }
            throw e;
        } finally {
            transport.waitingCalls().remove(waiting);
        }
    }

    @Override
    public void enqueue(Callback<T> callback) {
        Objects.requireNonNull(callback, "callback");
        transport.requireOpen();
        Pending pending = new Pending(callback);
        call.enqueue(pending);
    }

    private void tell(long start, okhttp3.@Nullable Response answer, @Nullable Throwable failure) {
        Request request = madeRequest();
        if (request != null) {
            transport.reporter().tell(request, start, answer, failure);
        }
    }

    /** Null where the call has values of which no request can be made: it is as if there had been none. */
    private @Nullable Request madeRequest() {
        try {
            return call.request();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    /** Waits for the end of the call or of its time, and tells of the one that comes first. */
    private final class Pending implements Callback<T> {

        private final Callback<T> callback;
        private final long start = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Void> limit = new CompletableFuture<>();

        Pending(Callback<T> callback) {
            this.callback = callback;
            Request request = madeRequest();
            long nanos = request == null ? 0 : call.timeout().timeoutNanos();
            CallState state = request == null ? null : CallState.of(request);
            if (state != null) {
                state.enqueued(start);
            }
            if (nanos > 0) {
                limit.orTimeout(nanos, TimeUnit.NANOSECONDS).exceptionally(e -> timeIsUp(state));
            }
        }

        /** In the thread of a timer that others wait for as well. */
        private @Nullable Void timeIsUp(@Nullable CallState state) {
            boolean cancelled = call.isCanceled();
            call.cancel();
            if (state == null || state.attempts() == 0) {
                IOException end = cancelled ? new IOException("Canceled") : new InterruptedIOException("timeout");
                try {
                    transport.executor().execute(() -> fail(end));
                } catch (RejectedExecutionException e) {
                    fail(end);
                }
            } // Otherwise the cancelled call fails in a moment, with what it knows by then.
            return null;
        }

        @Override
        public void onResponse(Call<T> answered, Response<T> response) {
            if (end()) {
                tell(start, response.raw(), null);
                callback.onResponse(ApiCall.this, response);
            }
        }

        @Override
        public void onFailure(Call<T> failed, Throwable failure) {
            boolean late = limit.isCompletedExceptionally() && failure instanceof IOException;
            fail(late && !isKnown(failure) ? interruptedIo("timeout", failure) : failure);
        }

        private void fail(Throwable failure) {
            if (end()) {
                tell(start, null, failure);
                callback.onFailure(ApiCall.this, failure);
            }
        }

        private boolean end() {
            limit.complete(null);
            return ended.compareAndSet(false, true);
        }
    }

    /** Whether it says more than that the time is up. */
    private static boolean isKnown(Throwable failure) {
        return failure instanceof InterruptedIOException
                || failure instanceof UnreadableBodyException
                || failure instanceof UnfinishedBodyException unfinished
                        && unfinished.answer().isSuccessful();
    }

    /** As OkHttp has it for its own limit, and for a thread that is interrupted before it reads. */
    private static IOException interruptedIo(String message, Throwable cause) {
        InterruptedIOException interrupted = new InterruptedIOException(message);
        interrupted.initCause(cause);
        return interrupted;
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
        return new ApiCall<>(client, transport, call.clone());
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
