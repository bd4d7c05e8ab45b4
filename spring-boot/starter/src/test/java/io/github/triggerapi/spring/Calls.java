package io.github.triggerapi.spring;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;

/** The call of the tests. */
final class Calls {

    static final String TASK = "ship-order";
    static final String OPERATION = "triggerTaskV1";

    private Calls() {}

    /** Triggers the task and returns the id of the run. */
    static String trigger(TriggerClient client, Object payload) {
        TriggerTaskRequestBody body =
                TriggerTaskRequestBody.builder().payload(payload).build();
        return client.tasks().triggerTaskV1(TASK, body).send().id();
    }
}
