package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.ApiResponse;
import io.github.triggerapi.client.call.Polling;
import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.interceptor.CallState;
import io.github.triggerapi.client.internal.interceptor.IncompleteBodyException;
import io.github.triggerapi.client.internal.transport.CallReporter.StartedCall;
import io.github.triggerapi.client.internal.transport.InterruptWatcher.WaitingCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call that Retrofit sends. It reports its outcome, and its timeout includes the time that it waits for a thread: OkHttp's
 * own timeout begins after that.
 */
final class RetrofitApiCall<B, T> implements ApiCall<T> {

    /** Reads a response with the body that Retrofit has read as the response that the call returns. */
    interface ResponseReader<B, T> {

        Response<T> read(Response<B> response) throws IOException;
    }

    private final CallContext context;
    private final Call<B> call;
    private final ResponseReader<B, T> reader;
    private final Executor callbackExecutor;

    /** @param callbackExecutor runs the callbacks of {@link #enqueue(Callback)} */
    RetrofitApiCall(CallContext context, Call<B> call, ResponseReader<B, T> reader, Executor callbackExecutor) {
        this.context = context;
        this.call = call;
        this.reader = reader;
        this.callbackExecutor = callbackExecutor;
    }

    @Override
    public T send() {
        return CallSender.body(CallSender.send(this));
    }

    @Override
    public ApiResponse<T> exchange() {
        return ApiResponse.of(CallSender.send(this));
    }

    @Override
    public CompletableFuture<T> sendAsync() {
        return CallSender.sendAsync(this, CallSender::body);
    }

    @Override
    public CompletableFuture<ApiResponse<T>> exchangeAsync() {
        return CallSender.sendAsync(this, ApiResponse::of);
    }

    @Override
    public <S> Polling<T> polling(Function<? super T, ? extends @Nullable S> status, Set<S> finalStatuses) {
        return new StatusPolling<>(context, this, status, finalStatuses);
    }

    @Override
    public Response<T> execute() throws IOException {
        requireUnsent();
        StartedCall started = context.reporter().start(requestOrNull(), System.nanoTime());
        try {
            Response<T> response = reader.read(executeInterruptibly());
            started.end(response.raw(), null);
            return response;
        } catch (IOException | RuntimeException | Error e) {
            started.end(null, e);
            throw e;
        }
    }

    private Response<B> executeInterruptibly() throws IOException {
        WaitingCall waiting = context.interruptWatcher().add(call::cancel);
        try {
            return call.execute();
        } catch (IOException e) {
            if (call.isCanceled() && Thread.currentThread().isInterrupted() && !(e instanceof InterruptedIOException)) {
                throw interruptedIo("interrupted", e);
            }
            throw e;
        } finally {
            context.interruptWatcher().remove(waiting);
        }
    }

    @Override
    public void enqueue(Callback<T> callback) {
        enqueue(Objects.requireNonNull(callback, "callback"), callbackExecutor);
    }

    /** @param executor runs the callback */
    void enqueue(Callback<T> callback, Executor executor) {
        requireUnsent();
        call.enqueue(new EnqueuedCall(callback, executor));
    }

    /** @throws IllegalStateException if the call was sent already, which is no call to report, or the client is closed */
    private void requireUnsent() {
        context.requireOpen();
        if (call.isExecuted()) {
            throw new IllegalStateException("The call was sent already; clone() returns one that can be sent");
        }
    }

    /** Returns null if the arguments of the call do not make a request. */
    private @Nullable Request requestOrNull() {
        try {
            return call.request();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    /** Passes on the end of a call or of its timeout, whichever comes first. */
    private final class EnqueuedCall implements Callback<B> {

        private final Callback<T> callback;
        private final Executor executor;
        private final StartedCall started;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Void> timeout = new CompletableFuture<>();

        EnqueuedCall(Callback<T> callback, Executor executor) {
            this.callback = callback;
            this.executor = executor;
            long start = System.nanoTime();
            Request request = requestOrNull();
            this.started = context.reporter().start(request, start);
            long nanos = request == null ? 0 : call.timeout().timeoutNanos();
            CallState state = request == null ? null : CallState.of(request);
            if (state != null) {
                state.setEnqueuedAt(start);
            }
            if (nanos > 0) {
                timeout.orTimeout(nanos, TimeUnit.NANOSECONDS).exceptionally(e -> timeOut(state));
            }
        }

        /** Runs in the JDK's timer thread, which must not be blocked. */
        private @Nullable Void timeOut(@Nullable CallState state) {
            boolean cancelled = call.isCanceled();
            call.cancel();
            if (state == null || state.attempts() == 0) {
                IOException failure = cancelled ? new IOException("Canceled") : new InterruptedIOException("timeout");
                try {
                    context.executor().execute(() -> fail(failure));
                } catch (RejectedExecutionException e) {
                    fail(failure);
                }
            } // Otherwise the cancelled call fails soon, with what is known by then.
            return null;
        }

        @Override
        public void onResponse(Call<B> sent, Response<B> received) {
            Response<T> response;
            try {
                response = reader.read(received);
            } catch (IOException | RuntimeException e) {
                fail(e);
                return;
            }
            if (end()) {
                started.end(response.raw(), null);
                executor.execute(() -> callback.onResponse(RetrofitApiCall.this, response));
            }
        }

        @Override
        public void onFailure(Call<B> sent, Throwable failure) {
            boolean timedOut = timeout.isCompletedExceptionally() && failure instanceof IOException;
            fail(timedOut && !saysMoreThanTimeout(failure) ? interruptedIo("timeout", failure) : failure);
        }

        private void fail(Throwable failure) {
            if (end()) {
                started.end(null, failure);
                executor.execute(() -> callback.onFailure(RetrofitApiCall.this, failure));
            }
        }

        private boolean end() {
            timeout.complete(null);
            return ended.compareAndSet(false, true);
        }
    }

    private static boolean saysMoreThanTimeout(Throwable failure) {
        return failure instanceof InterruptedIOException
                || failure instanceof InvalidBodyException
                || failure instanceof IncompleteBodyException incomplete
                        && incomplete.response().isSuccessful();
    }

    /** Returns the exception that OkHttp throws at its own timeout, and in a thread that is interrupted before a read. */
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

    @Override
    public ApiCall<T> clone() {
        return new RetrofitApiCall<>(context, call.clone(), reader, callbackExecutor);
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
