package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Batches that are triggered and retrieved over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class BatchesResourceTest {
    private static final String BATCH = "/api/v1/tasks/batch";
    private static final String ITEMS = """
            {"items": [{"task": "a", "payload": 1, "options": {"tags": "x", "idempotencyKey": "k"}},
             {"task": "b", "options": {"delay": "1h", "queue": {"name": "q"}, "metadata": {"m": 1}, "test": true}}]}""";

    private final MockServer server = MockServer.builder()
            .clock(MockClock.stoppedAt(Instant.parse("2026-11-24T00:00:00Z")))
            .start();
    private final JsonCaller api = JsonCaller.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void batchHasTheRunsOfItsItems() {
        JsonNode batch = api.post(202, BATCH, ITEMS);

        assertThat(batch.path("isCached").asBoolean()).isFalse();
        Run a = server.run(batch.at("/runs/0/id").asText()).orElseThrow();
        Run b = server.run(batch.at("/runs/1/id").asText()).orElseThrow();
        assertThat(a.payloadJson()).isEqualTo("1");
        assertThat(a.tags()).containsExactly("x");
        assertThat(a.idempotencyKey()).isEqualTo("k");
        assertThat(b.status()).isEqualTo(RunStatus.DELAYED);
        assertThat(b.queue()).isEqualTo("q");
        assertThat(b.metadataJson()).isEqualTo("{\"m\":1}");
        assertThat(b.isTest()).isTrue();
        String id = batch.path("id").asText();
        JsonNode run = api.get(200, "/api/v3/runs/" + b.id());
        assertThat(run.path("batchId").asText()).isEqualTo(id);
        assertThat(run.path("triggerFunction").asText()).isEqualTo("batchTrigger");
        assertThat(api.get(200, "/api/v1/runs?filter%5Bbatch%5D=" + id).path("data"))
                .hasSize(2);
    }

    @Test
    void batchIsCompletedWhenItsRunsAreFinished() {
        JsonNode triggered = api.post(202, BATCH, ITEMS);
        String path = "/api/v1/batches/" + triggered.path("id").asText();

        JsonNode batch = api.get(200, path);
        assertThat(batch.path("status").asText()).isEqualTo("PENDING");
        assertThat(batch.path("runCount").asInt()).isEqualTo(2);
        assertThat(batch.at("/runs/1").asText())
                .isEqualTo(triggered.at("/runs/1/id").asText());
        assertThat(batch.has("successfulRunCount")).isFalse();
        server.clock().advance(Duration.ofHours(1));
        batch = api.get(200, path);
        assertThat(batch.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(batch.path("updatedAt").asText()).isEqualTo("2026-11-24T01:00:00.000Z");
        assertThat(batch.path("successfulRunCount").asInt()).isEqualTo(2);
        assertThat(batch.path("failedRunCount").asInt()).isZero();
        api.environment("prod").get(404, path);
        api.get(404, "/api/v1/batches/batch_0");
    }

    @Test
    void knownKeyOfAnItemGetsTheSameRun() {
        String known = api.post(202, BATCH, ITEMS).at("/runs/0/id").asText();

        JsonNode again = api.post(202, BATCH, ITEMS);
        assertThat(again.path("isCached").asBoolean()).isFalse();
        assertThat(again.at("/runs/0"))
                .hasToString("{\"id\":\"" + known
                        + "\",\"taskIdentifier\":\"a\",\"isCached\":true,\"idempotencyKey\":\"k\"}");
        assertThat(again.at("/runs/1/isCached").asBoolean()).isFalse();
    }

    @Test
    void keyOfABatchGetsTheSameBatchWhileItLives() {
        JsonCaller keyed =
                new JsonCaller(api.caller().header("idempotency-key", "k").header("idempotency-key-ttl", "1h"));
        String id = keyed.post(202, BATCH, ITEMS).path("id").asText();

        JsonNode again = keyed.post(202, BATCH, ITEMS);
        assertThat(again.path("id").asText()).isEqualTo(id);
        assertThat(again.path("isCached").asBoolean()).isTrue();
        assertThat(again.path("idempotencyKey").asText()).isEqualTo("k");
        assertThat(again.at("/runs/1/isCached").asBoolean()).isTrue();
        assertThat(server.runs()).hasSize(2);
        server.clock().advance(Duration.ofHours(2));
        assertThat(keyed.post(202, BATCH, ITEMS).path("id").asText()).isNotEqualTo(id);
    }

    @Test
    void invalidItemIsRejected() {
        api.post(400, BATCH, "{\"items\":[]}");
        assertThat(api.post(400, BATCH, "{\"items\":[{\"task\":\"a\"},{\"task\":\"a\",\"options\":{\"ttl\":0}}]}")
                        .path("error")
                        .asText())
                .contains("ttl");
        assertThat(server.runs()).isEmpty();
    }
}
