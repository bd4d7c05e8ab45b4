package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTaskTest {

    @Test
    void triggersTask() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                    .payload(Map.of("message", "Hi"))
                    .build();

            String id = client.tasks().triggerTaskV1("my-task", body).send().id();

            assertThat(id).isEqualTo("run_1234");
            assertThat(server.request().method()).isEqualTo("POST");
            assertThat(server.request().path()).isEqualTo("/api/v1/tasks/my-task/trigger");
            assertThat(server.request().body()).isEqualTo("{\"payload\":{\"message\":\"Hi\"}}");
            assertThat(server.request().headers().getFirst("Content-Type")).startsWith("application/json");
            assertThat(server.request().headers().getFirst("Accept")).isEqualTo("application/json");
        }
    }

    @Test
    void writesAllMembers() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            client.tasks()
                    .triggerTaskV1(
                            "my-task",
                            TriggerTaskRequestBody.builder()
                                    .payload("<a&b='ü'>")
                                    .context(null)
                                    .options(TriggerTaskRequestBodyOptions.builder()
                                            .queue(QueueOptions.builder()
                                                    .name("q")
                                                    .concurrencyLimit(5)
                                                    .build())
                                            .concurrencyKey("c")
                                            .idempotencyKey("i")
                                            .ttl("1h42m")
                                            .delay("1h")
                                            .tags(List.of("a", "b"))
                                            .build())
                                    .build())
                    .send();

            assertThat(server.request().body())
                    .isEqualTo("{\"payload\":\"<a&b='ü'>\",\"context\":null,\"options\":"
                            + "{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":5},\"concurrencyKey\":\"c\","
                            + "\"idempotencyKey\":\"i\",\"ttl\":\"1h42m\",\"delay\":\"1h\",\"tags\":[\"a\",\"b\"]}}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a/b,a%2Fb",
        "a;b,a%3Bb",
        "a[1],a%5B1%5D",
        "ü,%C3%BC",
        "a b,a%20b",
        "100%,100%25",
        "a?b#c,a%3Fb%23c",
        "%2e%2e,%252e%252e",
        "...,..."
    })
    void encodesPathParameter(String identifier, String encoded) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            client.tasks()
                    .triggerTaskV1(identifier, TriggerTaskRequestBody.builder().build())
                    .send();

            assertThat(server.request().path()).isEqualTo("/api/v1/tasks/" + encoded + "/trigger");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "."})
    void rejectsPathParameterThatLeadsToAnotherPath(String identifier) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            ApiCall<?> call = client.tasks()
                    .triggerTaskV1(identifier, TriggerTaskRequestBody.builder().build());

            assertThatThrownBy(() -> call.send()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void rejectsEmptyPathParameter() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.tasks().triggerTaskV1("", body).send())
                    .withMessageContainingAll("taskIdentifier", "triggerTaskV1", "empty");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void prependsPathOfServer() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url() + "/proxy/trigger/")
                        .build()) {
            trigger(client).send();

            assertThat(server.request().path()).isEqualTo("/proxy/trigger/api/v1/tasks/my-task/trigger");
        }
    }

    @Test
    void exchangeReturnsStatusAndHeaders() {
        try (HttpStub server = HttpStub.json(201, "{\"id\":\"run_1234\"}");
                TriggerClient client = server.client()) {
            var response = trigger(client).exchange();

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers().get("x-request-id")).isEqualTo("req_1");
            assertThat(response.body().id()).isEqualTo("run_1234");
        }
    }
}
