package io.github.triggerapi.samples;

import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;

/** Implements an operation with the stubs, for any JAX-RS runtime. */
public final class Gateway implements TasksApi {
    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, TriggerTaskRequestBody body) {
        return TriggerTaskResponse.builder().id("run_1234").build();
    }
}
