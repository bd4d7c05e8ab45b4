package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.CallSummary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** Records each call: the timer {@value #CALLS}, and the counter {@value #RETRIES} of attempts after the first. */
final class CallMetrics implements CallObserver {

    static final String CALLS = "trigger.client.calls";
    static final String RETRIES = "trigger.client.retries";

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void callEnded(CallSummary call) {
        Tags operation = Tags.of("operation", call.operation().isEmpty() ? "none" : call.operation());
        Timer.builder(CALLS)
                .description("Calls of the Trigger.dev API, with all attempts and the delays between them")
                .tags(operation.and("status", status(call), "outcome", outcome(call)))
                .register(registry)
                .record(call.duration());
        Counter.builder(RETRIES)
                .description("Attempts after the first one of calls of the Trigger.dev API")
                .tags(operation)
                .register(registry)
                .increment(Math.max(call.attempts() - 1, 0));
    }

    /** Returns the status; of a call without a response, the one that Spring's own metrics have. */
    private static String status(CallSummary call) {
        return call.status() == 0 ? "IO_ERROR" : Integer.toString(call.status());
    }

    /** Returns the outcome, with the names of Spring's own metrics; unknown without a complete and valid response. */
    private static String outcome(CallSummary call) {
        if (call.failure().isPresent()) {
            return "UNKNOWN";
        }
        return switch (call.status() / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
