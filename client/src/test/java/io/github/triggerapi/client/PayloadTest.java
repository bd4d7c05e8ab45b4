package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** Objects of the application are written by its own Gson or serializer. */
class PayloadTest {

    private record Order(String orderNumber, Instant placedAt) {}

    private static final Order ORDER = new Order("7", Instant.EPOCH);

    private static final Gson CUSTOM = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (time, type, context) -> new JsonPrimitive(time.toString()))
            .create();

    private static final String WRITTEN = "{'order_number':'7','placed_at':'1970-01-01T00:00:00Z'}";

    @Test
    void writesPayloadsWithGson() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder().gson(CUSTOM).build()) {
            assertThat(sent(client, server, ORDER)).isEqualTo(WRITTEN);
            assertThat(sent(client, server, Map.of("a", List.of(ORDER)))).isEqualTo("{'a':[" + WRITTEN + "]}");
            assertThat(sent(client, server, new Order[] {ORDER})).isEqualTo("[" + WRITTEN + "]");
        }
    }

    @Test
    void doesNotWriteModelsWithGson() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder().gson(CUSTOM).build()) {
            client.send(client.tasks()
                    .triggerTaskV1(
                            "my-task",
                            TestCalls.body(
                                    options -> options.idempotencyKey("i").concurrencyKey("c"))));

            assertThat(server.request().body())
                    .isEqualTo("{\"options\":{\"concurrencyKey\":\"c\",\"idempotencyKey\":\"i\"}}");
        }
    }

    @Test
    void writesPayloadsWithSerializer() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        server.builder().payloadSerializer(CUSTOM::toJson).build()) {
            assertThat(sent(client, server, ORDER)).isEqualTo(WRITTEN);
            assertThat(sent(client, server, Map.of("a", List.of(ORDER)))).isEqualTo("{'a':[" + WRITTEN + "]}");
            assertThat(sent(client, server, Arrays.asList(1, null))).isEqualTo("[1,null]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "0.1234567890123456789",
                "1.0",
                "1e400",
                "-0",
                "123456789012345678901234567890",
                "[1.10,{\"a\":2.00}]",
                "null",
                "\"\\u2028<&>\""
            })
    void sendsJsonOfSerializerDigitForDigit(String json) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        server.builder().payloadSerializer(object -> json).build()) {
            assertThat(sent(client, server, ORDER).replace('\'', '"')).isEqualTo(json);
        }
    }

    @Test
    void numbersAreExact() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            assertThat(sent(client, server, Long.MAX_VALUE)).isEqualTo("9223372036854775807");
            assertThat(sent(client, server, List.of(new BigDecimal("0.10"), 0.1f, 0.1)))
                    .isEqualTo("[0.10,0.1,0.1]");
        }
    }

    @Test
    void sendsNothingIfSerializerFails() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .payloadSerializer(object -> {
                            throw new IOException("no such writer");
                        })
                        .build()) {
            assertThatExceptionOfType(JsonIOException.class)
                    .isThrownBy(() -> client.send(call(client, ORDER)))
                    .havingCause()
                    .withMessage("no such writer");
            assertThat(client.sendAsync(call(client, ORDER)))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(JsonIOException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void serializerWritesWhatGsonCannot() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .payloadSerializer(object -> "\"written\"")
                        .build()) {
            for (Object object : List.of(Optional.of(1), new File("a"), Instant.EPOCH, Thread.currentThread())) {
                assertThat(sent(client, server, object)).isEqualTo("'written'");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "undefined", "{a:1}", "NaN"})
    void rejectsInvalidJsonOfSerializer(String json) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        server.builder().payloadSerializer(object -> json).build()) {
            assertThatExceptionOfType(JsonIOException.class).isThrownBy(() -> client.send(call(client, ORDER)));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void rejectsPayloadThatJsonCannotExpress() {
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client();
                TriggerClient other =
                        server.builder().payloadSerializer(object -> null).build()) {
            for (Object payload : List.of(Double.NaN, cyclic)) {
                assertThatExceptionOfType(JsonIOException.class).isThrownBy(() -> client.send(call(client, payload)));
                assertThat(client.sendAsync(call(client, payload)))
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableThat()
                        .withCauseInstanceOf(JsonIOException.class);
            }
            assertThatExceptionOfType(JsonIOException.class)
                    .isThrownBy(() -> other.send(call(other, ORDER)))
                    .withMessageContaining("returned null");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static String sent(TriggerClient client, HttpStub server, Object payload) {
        client.send(call(client, payload));
        String body = server.requests().get(server.requests().size() - 1).body();
        return body.replace('"', '\'').replaceFirst("^\\{'payload':(.*)}$", "$1");
    }

    private static Call<TriggerTaskResponse> call(TriggerClient client, Object payload) {
        return client.tasks()
                .triggerTaskV1(
                        "my-task",
                        TriggerTaskRequestBody.builder().payload(payload).build());
    }
}
