package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.value.IdempotencyKeys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Part of an application: triggers a task for each order, and keeps the orders for which that failed. */
public final class Orders {
    private final TriggerClient client;
    private final List<String> left = new CopyOnWriteArrayList<>();

    /** Creates an instance with a client, which it does not close. */
    public Orders(TriggerClient client) {
        this.client = client;
    }

    /** Ships an order. Repeated calls have no further effect. */
    public void ship(String order) {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                .payload(Map.of("order", order))
                .options(options ->
                        options.tags("order_" + order).ttl("1h").idempotencyKey(IdempotencyKeys.of("ship", order)))
                .build();
        try {
            client.tasks().triggerTaskV1("ship-order", body).send();
            left.remove(order);
        } catch (TriggerException e) {
            left.add(order);
        }
    }

    /** Returns the orders that could not be shipped. */
    public List<String> left() {
        return List.copyOf(left);
    }
}
