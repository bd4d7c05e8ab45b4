package shop;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import org.springframework.stereotype.Service;

@Service
public class Shipping {

    private final TriggerClient client;

    public Shipping(TriggerClient client) {
        this.client = client;
    }

    public String ship(Order order) {
        var body = TriggerTaskRequestBody.builder().payload(order).build();
        return client.tasks().triggerTaskV1("ship-order", body).send().id();
    }
}
