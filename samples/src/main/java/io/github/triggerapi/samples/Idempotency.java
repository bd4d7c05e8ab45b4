package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.value.IdempotencyKeys;

/** Triggers a task only once for each order, even if several programs do so. */
public final class Idempotency {

    private Idempotency() {}

    static String ship(TriggerClient client, String order) {
        String key = IdempotencyKeys.of("ship", order); // the same key as in TypeScript
        return client.tasks()
                .triggerTaskV1(
                        "ship-order", body -> body.payload(order).options(options -> options.idempotencyKey(key)))
                .send()
                .id();
    }
}
