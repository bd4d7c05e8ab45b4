package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.CallSummary;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** Makes an observation of each call. Its parent is the observation of the thread that sends the call. */
final class CallObservations implements CallObserver {

    /** The name of the observations, and of the timer that is made of them. */
    static final String CALLS = "trigger.client.calls";

    private final ObservationRegistry registry;

    CallObservations(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CallObserver callStarted(String operation) {
        String name = CallTags.operation(operation);
        Observation observation = Observation.createNotStarted(CALLS, registry)
                .contextualName("trigger " + name)
                .lowCardinalityKeyValue(CallTags.OPERATION, name)
                .start();
        return call -> end(observation, call);
    }

    private static void end(Observation observation, CallSummary call) {
        observation.lowCardinalityKeyValue(CallTags.STATUS, CallTags.status(call));
        observation.lowCardinalityKeyValue(CallTags.OUTCOME, CallTags.outcome(call));
        call.failure().ifPresent(observation::error);
        observation.stop();
    }

    /** Not called: each call has an observer of its own. */
    @Override
    public void callEnded(CallSummary call) {}
}
