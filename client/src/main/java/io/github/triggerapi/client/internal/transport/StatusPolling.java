package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.Polling;
import io.github.triggerapi.client.error.AwaitTimeoutException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends copies of a call until the status in the response is final.
 *
 * @param call is not sent itself
 * @param initialDelay the delay after the first request
 */
record StatusPolling<T, S>(
        CallContext context,
        ApiCall<T> call,
        Function<? super T, ? extends @Nullable S> status,
        Set<S> finalStatuses,
        Duration initialDelay,
        Duration maxDelay)
        implements Polling<T> {

    private static final double GROWTH = 1.5;

    /** The least timeout of a request: the status at the end of the wait is the one that matters. */
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);

    /** The longest wait, so that no sum of durations overflows. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    StatusPolling(
            CallContext context,
            ApiCall<T> call,
            Function<? super T, ? extends @Nullable S> status,
            Set<S> finalStatuses) {
        this(context, call, status, Set.copyOf(finalStatuses), Duration.ofMillis(500), Duration.ofSeconds(5));
    }

    @Override
    public Polling<T> withDelays(Duration initial, Duration max) {
        if (!isPositive(initial) || !isPositive(max)) {
            throw new IllegalArgumentException(
                    "The delays are " + initial + " and " + max + "; expected positive ones");
        }
        return new StatusPolling<>(context, call, status, finalStatuses, min(initial, max), max);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public T await(Duration timeout) {
        Wait wait = new Wait(timeout);
        while (true) {
            T body;
            try {
                body = wait.nextCall().send();
            } catch (TriggerConnectionException e) {
                throw wait.failure(e);
            }
            if (wait.isEndedBy(body)) {
                return body;
            }
            sleep(wait.nextDelay());
        }
    }

    private void sleep(Duration delay) {
        try {
            context.sleeper().sleep(delay, context.closed()::get);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted between two requests");
            failure.initCause(e);
            throw new TriggerConnectionException(call.request(), failure);
        }
    }

    @Override
    public CompletableFuture<T> awaitAsync(Duration timeout) {
        AsyncWait wait = new AsyncWait(timeout);
        wait.sendNext();
        return wait.result;
    }

    /** The state of one wait, which one thread at a time uses. */
    private class Wait {

        private final Duration timeout;
        private final Instant deadline;
        private Duration delay = initialDelay;
        private @Nullable S last;

        Wait(Duration timeout) {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException("The timeout is " + timeout + "; expected zero or more");
            }
            this.timeout = timeout;
            this.deadline = context.clock().instant().plus(min(timeout, FOREVER));
        }

        private Duration left() {
            return Duration.between(context.clock().instant(), deadline);
        }

        ApiCall<T> nextCall() {
            ApiCall<T> next = call.clone();
            Duration left = left();
            long limit = (left.compareTo(LEAST_TIMEOUT) < 0 ? LEAST_TIMEOUT : left).toNanos();
            Timeout own = next.timeout();
            if (own.timeoutNanos() == 0 || own.timeoutNanos() > limit) {
                own.timeout(limit, TimeUnit.NANOSECONDS);
            }
            return next;
        }

        boolean isEndedBy(T body) {
            last = body == null ? null : status.apply(body);
            return last != null && finalStatuses.contains(last);
        }

        /** @throws AwaitTimeoutException if the time is over */
        Duration nextDelay() {
            Duration left = left();
            if (!isPositive(left)) {
                throw timedOut(null);
            }
            Duration next = min(delay, left);
            delay = min(Duration.ofNanos((long) (min(delay, FOREVER).toNanos() * GROWTH)), maxDelay);
            return next;
        }

        RuntimeException failure(TriggerConnectionException failure) {
            return failure.isTimeout() && !isPositive(left()) ? timedOut(failure) : failure;
        }

        private AwaitTimeoutException timedOut(@Nullable Throwable cause) {
            return new AwaitTimeoutException(
                    call.request(), timeout, last == null ? null : String.valueOf(last), cause);
        }
    }

    /** A wait without a thread. */
    private final class AsyncWait extends Wait {

        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile CompletableFuture<T> sent = CompletableFuture.completedFuture(null);

        AsyncWait(Duration timeout) {
            super(timeout);
            result.whenComplete((body, failure) -> sent.cancel(false));
        }

        private void send() {
            sent = nextCall().sendAsync();
            if (result.isDone()) {
                sent.cancel(false);
            }
            sent.whenComplete((body, failure) -> {
                try {
                    received(body, failure);
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            });
        }

        private void received(T body, @Nullable Throwable failure) {
            if (failure != null) {
                result.completeExceptionally(failure instanceof TriggerConnectionException e ? failure(e) : failure);
            } else if (isEndedBy(body)) {
                result.complete(body);
            } else {
                Executor timer =
                        CompletableFuture.delayedExecutor(nextDelay().toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
                timer.execute(this::leaveTimer);
            }
        }

        /** Runs in the JDK's timer thread, which must not be blocked. */
        private void leaveTimer() {
            try {
                context.executor().execute(this::sendNext);
            } catch (RejectedExecutionException e) {
                // The client is closed, which the call says.
                sendNext();
            }
        }

        private void sendNext() {
            if (result.isDone()) {
                return;
            }
            try {
                send();
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }
}
