package io.github.triggerapi.spring;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.util.concurrent.CompletableFuture;

/** The call of the tests. */
final class Calls {

    static final String TASK = "ship-order";
    static final String OPERATION = "triggerTaskV1";

    private Calls() {}

    /** Triggers the task and returns the id of the run. */
    static String trigger(TriggerClient client, Object payload) {
        return call(client, payload).send().id();
    }

    /** Triggers the task without waiting. */
    static CompletableFuture<?> triggerAsync(TriggerClient client, Object payload) {
        return call(client, payload).sendAsync();
    }

    private static ApiCall<TriggerTaskResponse> call(TriggerClient client, Object payload) {
        TriggerTaskRequestBody body =
                TriggerTaskRequestBody.builder().payload(payload).build();
        return client.tasks().triggerTaskV1(TASK, body);
    }
}
