package io.github.triggerapi.samples;

import com.google.gson.Gson;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.value.Json;
import java.math.BigDecimal;

/** Sends a payload that is an object of an application, and one that is JSON already. */
public final class Payloads {

    /** What a task is to work on. */
    public record Order(String number, BigDecimal total) {}

    private Payloads() {}

    static TriggerClient.Builder configured(TriggerClient.Builder builder, Gson gson) {
        return builder.gson(gson); // or payloadSerializer(new ObjectMapper()::writeValueAsString)
    }

    static TriggerTaskRequestBody ofObject() {
        return TriggerTaskRequestBody.builder()
                .payload(new Order("4711", new BigDecimal("9.90")))
                .build();
    }

    static TriggerTaskRequestBody ofText() {
        return TriggerTaskRequestBody.builder()
                .payload(Json.parse("{\"number\": \"4711\", \"total\": 9.90}"))
                .build();
    }
}
