package io.github.triggerapi.benchmarks;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;

/** Uses the client of this project with its defaults. */
final class ClientTrigger implements TaskTrigger {

    private final TriggerClient client;

    ClientTrigger(String url) {
        this.client = TriggerClient.builder().secretKey(SECRET_KEY).apiUrl(url).build();
    }

    @Override
    public String trigger() {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                .payload(OrderPayload.SAMPLE)
                .options(TriggerTaskRequestBodyOptions.builder()
                        .idempotencyKey(OrderPayload.SAMPLE.number())
                        .ttl(TTL)
                        .tags(TAGS)
                        .build())
                .build();
        return client.tasks().triggerTaskV1(TASK, body).send().id();
    }

    @Override
    public void close() {
        client.close();
    }
}
