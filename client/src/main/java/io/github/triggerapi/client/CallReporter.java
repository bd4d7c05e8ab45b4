package io.github.triggerapi.client;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells the observers of a call what came of it. */
final class CallReporter {

    private static final System.Logger LOGGER = System.getLogger("io.github.triggerapi.client");

    private final List<CallObserver> observers;

    CallReporter(List<CallObserver> observers) {
        this.observers = observers;
    }

    /** Writes a line for each call. */
    static CallObserver logging(Level level) {
        return call -> LOGGER.log(level, call::toString);
    }

    /**
     * A call has ended.
     *
     * @param start the {@link System#nanoTime} at which it began
     * @param answer null where the caller gets none
     * @param failure null where the caller gets an answer
     */
    void tell(Request request, long start, @Nullable Response answer, @Nullable Throwable failure) {
        if (observers.isEmpty()) {
            return;
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        CallState state = CallState.of(request);
        int tries = state == null ? 1 : state.attempts();
        Response last = answer == null && state != null ? state.answer() : answer;
        CallSummary summary = new CallSummary(request, tries, duration, last, isAnswer(failure) ? null : failure);
        for (CallObserver observer : observers) {
            try {
                observer.callEnded(summary);
            } catch (Throwable e) {
                // An error, too, or whoever waits for the call would wait forever.
                LOGGER.log(Level.WARNING, "An observer of calls failed", e);
            }
        }
    }

    /** Whether the caller is told the status, though the time was up before the whole body of the error was there. */
    private static boolean isAnswer(@Nullable Throwable failure) {
        return failure != null && failure.getCause() instanceof UnfinishedBodyException;
    }
}
