package io.github.triggerapi.benchmarks;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;

/** By the client of this project, as it is made by default. */
final class ClientCaller implements Caller {

    private final TriggerClient client;

    ClientCaller(String url) {
        this.client = TriggerClient.builder().secretKey(SECRET_KEY).apiUrl(url).build();
    }

    @Override
    public String trigger() {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                .payload(Order.SAMPLE)
                .options(TriggerTaskRequestBodyOptions.builder()
                        .idempotencyKey(Order.SAMPLE.number())
                        .ttl(TTL)
                        .tags(TAGS)
                        .build())
                .build();
        return client.send(client.tasks().triggerTaskV1(TASK, body)).id();
    }

    @Override
    public void close() {
        client.close();
    }
}
