package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches as the TypeScript SDK triggers them, which no published document describes. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class SdkBatchesResourceTest {
    private static final String CREATE = "/api/v3/batches";
    private static final String FIRST = "{\"index\":0,\"task\":\"a\",\"payload\":1}\n";
    private static final String SECOND =
            "{\"index\":1,\"task\":\"b\",\"options\":{\"delay\":\"1h\",\"tags\":\"t\"}}\n\n";

    private final MockServer server =
            MockServer.builder().rules(RequestRules.SERVICE).start();
    private final JsonCaller api = JsonCaller.of(server);
    private final JsonCaller lines = new JsonCaller(api.caller().header("Content-Type", "application/x-ndjson"));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itemsFollowTheBatch() {
        String id = api.post(202, CREATE, "{\"runCount\":2}").path("id").asText();
        String items = CREATE + "/" + id + "/items";

        assertThat(lines.post(200, items, FIRST)).hasToString(filled(id, 1, 0, false));
        assertThat(api.get(200, "/api/v2/batches/" + id).path("runs")).isEmpty();
        assertThat(lines.post(200, items, FIRST + SECOND)).hasToString(filled(id, 1, 1, true));
        assertThat(lines.post(200, items, FIRST + SECOND)).hasToString(filled(id, 0, 0, true));
        JsonNode batch = api.get(200, "/api/v2/batches/" + id);
        assertThat(batch.path("status").asText()).isEqualTo("PENDING");
        assertThat(batch.path("processing")).hasToString("{\"errors\":[]}");
        Run second = server.run(batch.at("/runs/1").asText()).orElseThrow();
        assertThat(second.status()).isEqualTo(RunStatus.DELAYED);
        assertThat(second.tags()).containsExactly("t");
        assertThat(second.batchId()).isEqualTo(id);
        assertThat(server.runs()).hasSize(2);
    }

    private static String filled(String id, int accepted, int known, boolean sealed) {
        return "{\"id\":\"%s\",\"itemsAccepted\":%d,\"itemsDeduplicated\":%d,\"sealed\":%b,\"runCount\":2}"
                .formatted(id, accepted, known, sealed);
    }

    @Test
    void itemsMayBeChunked() throws IOException, InterruptedException {
        String id = api.post(202, CREATE, "{\"runCount\":1}").path("id").asText();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + CREATE + "/" + id + "/items"))
                .header("Authorization", "Bearer tr_dev_1")
                .header("Content-Type", "application/x-ndjson; charset=utf-8")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(FIRST.getBytes(StandardCharsets.UTF_8))))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"sealed\":true");
        assertThat(api.get(200, "/api/v2/batches/" + id).path("status").asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    void keyOfABatchGetsTheSameBatch() {
        String body = "{\"runCount\":1,\"idempotencyKey\":\"k\"}";
        String id = api.post(202, CREATE, body).path("id").asText();

        JsonNode again = api.post(200, CREATE, body);
        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(again.path("isCached").asBoolean()).isTrue();
    }

    @Test
    void attemptsOfARequestGetOneBatch() {
        JsonCaller attempts = new JsonCaller(api.caller().header("x-trigger-request-idempotency-key", "r"));
        String body = "{\"items\":[{\"task\":\"a\",\"payload\":1}]}";
        JsonNode batch = attempts.post(202, "/api/v2/tasks/batch", body);

        assertThat(batch.path("runCount").asInt()).isEqualTo(1);
        assertThat(attempts.post(200, "/api/v2/tasks/batch", body).path("id")).isEqualTo(batch.path("id"));
        assertThat(server.runs()).extracting(Run::payloadJson).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "400, {",
                "422, `{\"index\":1,\"task\":\"a\"}`",
                "422, `{\"index\":-1,\"task\":\"a\"}`",
                "422, `{\"index\":0}`",
            })
    void invalidItemIsRejected(int status, String line) {
        String id = api.post(202, CREATE, "{\"runCount\":1}").path("id").asText();

        lines.post(status, CREATE + "/" + id + "/items", FIRST + line);
        assertThat(server.runs()).isEmpty();
        lines.post(422, CREATE + "/batch_0/items", FIRST);
    }

    @Test
    void otherRulesDoNotHaveTheseOperations() {
        try (MockServer documented = MockServer.builder().start()) {
            JsonCaller.of(documented).post(404, CREATE, "{\"runCount\":1}");
        }
    }
}
