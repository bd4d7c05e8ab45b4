package io.github.triggerapi.client;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Tells the observers of a call what came of it. Sits outside of what tries again. */
final class CallReporter implements Interceptor {

    private static final System.Logger LOGGER = System.getLogger("io.github.triggerapi.client");

    private final List<CallObserver> observers;

    CallReporter(List<CallObserver> observers) {
        this.observers = observers;
    }

    /** Writes a line for each call. */
    static CallObserver logging(Level level) {
        return call -> LOGGER.log(level, call::toString);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        long start = System.nanoTime();
        Request request = chain.request();
        try {
            Response response = chain.proceed(request);
            tell(request, start, response, null);
            return response;
        } catch (IOException e) {
            tell(request, start, null, e);
            throw e;
        }
    }

    private void tell(Request request, long start, @Nullable Response response, @Nullable IOException failure) {
        CallState state = CallState.of(request);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        CallSummary summary = new CallSummary(request, state == null ? 1 : state.tries(), duration, response, failure);
        for (CallObserver observer : observers) {
            try {
                observer.ended(summary);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "An observer of calls failed", e);
            }
        }
    }
}
