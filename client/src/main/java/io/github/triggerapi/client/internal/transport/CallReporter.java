package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.interceptor.CallState;
import io.github.triggerapi.client.internal.interceptor.IncompleteBodyException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reports the start and the outcome of each call to observers. */
public final class CallReporter {

    private static final System.Logger LOGGER = System.getLogger("io.github.triggerapi.client");

    private final List<Function<String, Consumer<CallOutcome>>> observers;

    /** @param observers get the name of an operation when a call starts, and return what gets the outcome of that call */
    public CallReporter(List<Function<String, Consumer<CallOutcome>>> observers) {
        this.observers = List.copyOf(observers);
    }

    /**
     * Reports that a call starts.
     *
     * @param request null if the arguments of the call do not make one; such a call is not reported
     * @param start the {@link System#nanoTime}
     */
    StartedCall start(@Nullable Request request, long start) {
        List<Consumer<CallOutcome>> started = new ArrayList<>();
        if (request != null && !observers.isEmpty()) {
            String operation = CallOutcome.operation(request);
            observers.forEach(observer -> run(() -> started.add(observer.apply(operation))));
        }
        return (response, failure) -> {
            if (request != null && !started.isEmpty()) {
                CallOutcome outcome = outcome(request, start, response, failure);
                started.forEach(observer -> run(() -> observer.accept(outcome)));
            }
        };
    }

    /** A call whose end is to be reported. */
    @FunctionalInterface
    interface StartedCall {

        /**
         * Reports that the call has ended.
         *
         * @param response null if the caller gets none
         * @param failure null if the caller gets a response
         */
        void end(@Nullable Response response, @Nullable Throwable failure);
    }

    private static CallOutcome outcome(
            Request request, long start, @Nullable Response response, @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        CallState state = CallState.of(request);
        int attempts = state == null ? 1 : state.attempts();
        Response last = response == null && state != null ? state.response() : response;
        return new CallOutcome(request, attempts, duration, last, isErrorResponse(failure) ? null : failure);
    }

    private static void run(Runnable observer) {
        try {
            observer.run();
        } catch (Throwable e) {
            // An error, too, must not keep the caller waiting forever.
            LOGGER.log(Level.WARNING, "An observer of calls failed", e);
        }
    }

    /** Returns whether the caller gets the status, though the call timed out within the body of the error. */
    private static boolean isErrorResponse(@Nullable Throwable failure) {
        return failure != null && failure.getCause() instanceof IncompleteBodyException;
    }
}
