package io.github.triggerapi.samples;

import com.google.gson.Gson;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.value.Json;
import java.math.BigDecimal;

/** Sends an object of the application or existing JSON as payload. */
public final class Payloads {

    /** A payload. */
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
