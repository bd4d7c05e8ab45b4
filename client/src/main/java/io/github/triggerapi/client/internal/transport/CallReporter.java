package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.interceptor.CallState;
import io.github.triggerapi.client.internal.interceptor.IncompleteBodyException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reports the outcome of each call to observers. */
public final class CallReporter {

    private static final System.Logger LOGGER = System.getLogger("io.github.triggerapi.client");

    private final List<Consumer<CallOutcome>> observers;

    public CallReporter(List<Consumer<CallOutcome>> observers) {
        this.observers = List.copyOf(observers);
    }

    /**
     * Reports that a call has ended.
     *
     * @param start the {@link System#nanoTime} at which it began
     * @param response null if the caller gets none
     * @param failure null if the caller gets a response
     */
    void report(Request request, long start, @Nullable Response response, @Nullable Throwable failure) {
        if (observers.isEmpty()) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        CallState state = CallState.of(request);
        int attempts = state == null ? 1 : state.attempts();
        Response last = response == null && state != null ? state.response() : response;
        CallOutcome outcome =
                new CallOutcome(request, attempts, duration, last, isErrorResponse(failure) ? null : failure);
        for (Consumer<CallOutcome> observer : observers) {
            try {
                observer.accept(outcome);
            } catch (Throwable e) {
                // An error, too, must not keep the caller waiting forever.
                LOGGER.log(Level.WARNING, "An observer of calls failed", e);
            }
        }
    }

    /** Returns whether the caller gets the status, though the call timed out within the body of the error. */
    private static boolean isErrorResponse(@Nullable Throwable failure) {
        return failure != null && failure.getCause() instanceof IncompleteBodyException;
    }
}
