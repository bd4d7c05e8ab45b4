package io.github.triggerapi.spring.test;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An application that triggers a task. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Application {

    record Shipping(TriggerClient client) {

        String ship(String order) {
            TriggerTaskRequestBody body =
                    TriggerTaskRequestBody.builder().payload(order).build();
            return client.tasks().triggerTaskV1("ship-order", body).send().id();
        }
    }

    @Bean
    Shipping shipping(TriggerClient client) {
        return new Shipping(client);
    }
}
