package io.github.triggerapi.samples;

import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import io.github.triggerapi.server.runtime.TriggerApiFeature;
import jakarta.ws.rs.ext.Provider;

/** Implements an operation with the stubs, for any JAX-RS runtime. */
public final class Gateway implements TasksApi {
    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, TriggerTaskRequestBody body) {
        return TriggerTaskResponse.builder().id("run_1234").build();
    }

    /** Checks keys, and responds to invalid requests as the spec describes. It is registered with the resource. */
    @Provider
    public static final class Setup extends TriggerApiFeature {
        /** Called by the runtime. */
        public Setup() {
            super(key -> key.equals("tr_dev_1234"));
        }
    }
}
