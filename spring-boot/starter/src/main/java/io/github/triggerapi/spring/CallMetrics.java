package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.CallSummary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** Records each call: the timer {@value #CALLS}, and the counter {@value #RETRIES} of attempts after the first. */
final class CallMetrics implements CallObserver {

    static final String CALLS = CallObservations.CALLS;
    static final String RETRIES = "trigger.client.retries";

    private final MeterRegistry registry;
    private final boolean observed;

    /** @param observed whether there are {@link CallObservations}, which the timer is made of */
    CallMetrics(MeterRegistry registry, boolean observed) {
        this.registry = registry;
        this.observed = observed;
    }

    @Override
    public void callEnded(CallSummary call) {
        Tags operation = Tags.of(CallTags.OPERATION, CallTags.operation(call.operation()));
        if (!observed) {
            Timer.builder(CALLS)
                    .description("Calls of the Trigger.dev API, with all attempts and the delays between them")
                    .tags(operation.and(
                            CallTags.STATUS, CallTags.status(call), CallTags.OUTCOME, CallTags.outcome(call)))
                    .register(registry)
                    .record(call.duration());
        }
        Counter.builder(RETRIES)
                .description("Attempts after the first one of calls of the Trigger.dev API")
                .tags(operation)
                .register(registry)
                .increment(Math.max(call.attempts() - 1, 0));
    }
}
