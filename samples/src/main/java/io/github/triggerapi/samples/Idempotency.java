package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.value.IdempotencyKeys;

/** Triggers a task only once for each order, even if several programs do so. */
public final class Idempotency {

    private Idempotency() {}

    static String ship(TriggerClient client, String order) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                .payload(order)
                .options(TriggerTaskRequestBodyOptions.builder()
                        .idempotencyKey(IdempotencyKeys.of("ship", order)) // the same key as in TypeScript
                        .build())
                .build();
        return client.tasks().triggerTaskV1("ship-order", body).send().id();
    }
}
