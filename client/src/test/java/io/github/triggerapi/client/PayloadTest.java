package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.EventObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            client.tasks()
                    .triggerTaskV1(
                            "my-task",
                            TestCalls.body(
                                    options -> options.idempotencyKey("i").concurrencyKey("c")))
                    .send();

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
                    .isThrownBy(() -> call(client, ORDER).send())
                    .havingCause()
                    .withMessage("no such writer");
            assertThat(call(client, ORDER).sendAsync())
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

    static Stream<Object> withoutJsonForm() throws IOException {
        return Stream.of(
                Instant.EPOCH,
                Duration.ZERO,
                OffsetDateTime.MIN,
                ZoneId.of("Europe/Paris"),
                Optional.of(1),
                OptionalInt.of(1),
                new AtomicReference<>("a"),
                new LongAdder(),
                new Lazy(() -> "a"),
                new File("a"),
                Path.of("a"),
                new Thread(),
                String.class,
                Stream.of(1),
                Map.entry("a", 1),
                new ByteArrayInputStream(new byte[0]),
                new kotlin.Pair<>("a", 1));
    }

    private record Held(Object any, List<?> list) {}

    private record Lazy(Supplier<String> supplier) {}

    @ParameterizedTest
    @MethodSource
    void withoutJsonForm(Object value) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            for (Object payload : List.of(
                    value, List.of(Map.of("a", value)), new Held(value, List.of()), new Held(1, List.of(value)))) {
                assertThatExceptionOfType(JsonIOException.class)
                        .isThrownBy(() -> call(client, payload).send())
                        .withMessageStartingWith("There is no JSON form of ")
                        .withMessageContaining("payloadSerializer");
            }
            assertThat(server.requests()).isEmpty();
        }
        assertThatExceptionOfType(JsonIOException.class)
                .isThrownBy(() -> TriggerTaskRequestBody.builder().putAdditionalProperty("a", value));
    }

    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Event extends EventObject {
        private static final long serialVersionUID = 1L;
        private final int number = 1;

        Event() {
            super("not written, as it is transient");
        }
    }

    @SuppressWarnings("rawtypes")
    private record Declared(Serializable serializable, Comparable comparable, Record record, CharSequence text) {}

    @Test
    void refusesPrivateFieldsOfSuperclassesOnly() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            assertThatExceptionOfType(JsonIOException.class)
                    .isThrownBy(() -> call(client, new Failure()).send())
                    .withMessageContaining("Throwable#detailMessage");
            assertThat(sent(client, server, new Event())).isEqualTo("{'number':1}");
        }
    }

    /** What Gson writes as a caller expects. */
    @Test
    void writesOtherValuesOfThePlatform() throws Exception {
        Map<Object, String> values = new LinkedHashMap<>();
        values.put(new AtomicInteger(1), "1");
        values.put(new AtomicBoolean(true), "true");
        values.put(new StringBuilder("a"), "'a'");
        values.put(new UUID(0, 1), "'00000000-0000-0000-0000-000000000001'");
        values.put(URI.create("a:b"), "'a:b'");
        values.put(Locale.FRANCE, "'fr_FR'");
        values.put(Currency.getInstance("EUR"), "'EUR'");
        values.put(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), "'127.0.0.1'");
        values.put(DayOfWeek.MONDAY, "'MONDAY'");
        values.put(new EnumMap<>(Map.of(TimeUnit.DAYS, 1)), "{'DAYS':1}");
        values.put(new ArrayDeque<>(List.of(1)), "[1]");
        values.put(Collections.unmodifiableCollection(new TreeMap<>(Map.of("a", 1)).values()), "[1]");
        values.put(EnumSet.of(TimeUnit.DAYS), "['DAYS']");
        values.put(Arrays.asList(1, null), "[1,null]");
        values.put(new int[] {1}, "[1]");
        values.put(new Object(), "{}");
        values.put(
                new Declared("a", UUID.fromString("00000000-0000-0000-0000-000000000001"), new Held(1, null), "b"),
                "{'serializable':'a','comparable':'00000000-0000-0000-0000-000000000001','record':{'any':1},'text':'b'}");
        values.put(new Declared(new Event(), null, null, null), "{'serializable':{'number':1}}");
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            values.forEach(
                    (value, json) -> assertThat(sent(client, server, value)).isEqualTo(json));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "undefined", "{a:1}", "NaN"})
    void rejectsInvalidJsonOfSerializer(String json) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        server.builder().payloadSerializer(object -> json).build()) {
            assertThatExceptionOfType(JsonIOException.class)
                    .isThrownBy(() -> call(client, ORDER).send());
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
                assertThatExceptionOfType(JsonIOException.class)
                        .isThrownBy(() -> call(client, payload).send());
                assertThat(call(client, payload).sendAsync())
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableThat()
                        .withCauseInstanceOf(JsonIOException.class);
            }
            assertThatExceptionOfType(JsonIOException.class)
                    .isThrownBy(() -> call(other, ORDER).send())
                    .withMessageContaining("returned null");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static String sent(TriggerClient client, HttpStub server, Object payload) {
        call(client, payload).send();
        String body = server.requests().get(server.requests().size() - 1).body();
        return body.replace('"', '\'').replaceFirst("^\\{'payload':(.*)}$", "$1");
    }

    private static ApiCall<TriggerTaskResponse> call(TriggerClient client, Object payload) {
        return client.tasks()
                .triggerTaskV1(
                        "my-task",
                        TriggerTaskRequestBody.builder().payload(payload).build());
    }
}
