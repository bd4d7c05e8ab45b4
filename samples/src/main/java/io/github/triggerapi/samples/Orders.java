package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.value.IdempotencyKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A part of an application: has a task ship orders, and keeps those that it could not hand over. */
public final class Orders {
    private final TriggerClient client;
    private final List<String> left = new CopyOnWriteArrayList<>();

    /** Hands orders over by a client, which stays open. */
    public Orders(TriggerClient client) {
        this.client = client;
    }

    /** Hands an order over, once however often this is called. */
    public void ship(String order) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                .payload(Map.of("order", order))
                .options(TriggerTaskRequestBodyOptions.builder()
                        .tags("order_" + order)
                        .ttl("1h")
                        .idempotencyKey(IdempotencyKeys.of("ship", order))
                        .build())
                .build();
        try {
            client.send(client.tasks().triggerTaskV1("ship-order", body));
            left.remove(order);
        } catch (TriggerException e) {
            left.add(order);
        }
    }

    /** The orders that could not be handed over, to be tried again. */
    public List<String> left() {
        return List.copyOf(left);
    }
}
