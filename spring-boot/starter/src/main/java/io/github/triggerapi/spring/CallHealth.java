package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.CallSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The health of the service as the last call shows it. It sends no request of its own.
 *
 * <p>A failure counts for a minute only: an instance that gets no more work because it is down makes no call that could
 * show that the service is back.
 */
final class CallHealth implements CallObserver {

    static final Duration FAILURE_COUNTS = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile @Nullable LastCall last;

    CallHealth(InstantSource clock) {
        this.clock = clock;
    }

    /** What is kept of a call: the summary itself would keep its request and response. */
    private record LastCall(Instant end, boolean failed, Map<String, Object> details) {}

    @Override
    public void callEnded(CallSummary call) {
        Instant end = clock.instant();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("operation", call.operation());
        details.put("ended", end.toString());
        if (call.status() != 0) {
            details.put("status", call.status());
        }
        call.failure()
                .ifPresent(failure -> details.put("error", failure.getClass().getName()));
        last = new LastCall(end, isFailure(call), Map.copyOf(details));
    }

    /** Returns true if there was no complete response, the key was rejected, or the service failed. */
    private static boolean isFailure(CallSummary call) {
        return call.failure().isPresent() || call.status() == 401 || call.status() == 403 || call.status() >= 500;
    }

    /** Returns the code of the health status: {@code UP}, {@code DOWN} or {@code UNKNOWN}. */
    String status() {
        LastCall call = last;
        if (call == null) {
            return "UNKNOWN";
        }
        if (!call.failed()) {
            return "UP";
        }
        return call.end().plus(FAILURE_COUNTS).isAfter(clock.instant()) ? "DOWN" : "UNKNOWN";
    }

    /** Returns the operation, the end, the status and the error of the last call; empty if there was none. */
    Map<String, Object> details() {
        LastCall call = last;
        return call == null ? Map.of() : call.details();
    }
}
