package io.github.triggerapi.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/** Handwritten models for the request and the response. */
final class HandwrittenJson {

    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    static final String AUTHORIZATION = "Bearer " + TaskTrigger.SECRET_KEY;

    private HandwrittenJson() {}

    static String requestBody() {
        return GSON.toJson(new Request(
                OrderPayload.SAMPLE, new Options(OrderPayload.SAMPLE.number(), TaskTrigger.TTL, TaskTrigger.TAGS)));
    }

    record Request(OrderPayload payload, Options options) {}

    record Options(String idempotencyKey, String ttl, List<String> tags) {}

    record TriggerResponse(String id) {}
}
