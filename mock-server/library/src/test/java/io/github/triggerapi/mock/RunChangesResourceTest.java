package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are canceled, replayed and changed over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class RunChangesResourceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String DELAYED = "{\"payload\":1,\"options\":{\"delay\":\"1h\",\"tags\":[\"a\"]}}";

    private final MockServer server =
            MockServer.builder().clock(MockClock.stoppedAt(NOW)).start();
    private final JsonCaller api = JsonCaller.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void canceledRunNeverStarts() {
        String id = api.trigger("my-task", DELAYED);

        assertThat(api.post(200, "/api/v2/runs/" + id + "/cancel", "")).hasToString("{\"id\":\"" + id + "\"}");
        api.post(200, "/api/v2/runs/" + id + "/cancel", "");
        server.clock().advance(Duration.ofHours(2));
        JsonNode run = api.get(200, "/api/v3/runs/" + id);
        assertThat(run.path("status").asText()).isEqualTo("CANCELED");
        assertThat(run.path("isCancelled").asBoolean()).isTrue();
        assertThat(run.path("isFailed").asBoolean()).isTrue();
        assertThat(run.path("error")).hasToString("{\"message\":\"Canceled by user\"}");
        assertThat(api.get(200, "/api/v1/runs/" + id + "/result")
                        .at("/error/code")
                        .asText())
                .isEqualTo("TASK_RUN_CANCELLED");
    }

    @Test
    void finishedRunIsNotCanceled() {
        String id = api.trigger("my-task", "{}");

        api.post(200, "/api/v2/runs/" + id + "/cancel", "");
        assertThat(status(id)).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void replayMakesANewRun() {
        String id = api.trigger("my-task", DELAYED);

        String copy =
                api.post(200, "/api/v1/runs/" + id + "/replay", "").path("id").asText();
        assertThat(copy).isNotEqualTo(id);
        Run run = server.run(copy).orElseThrow();
        assertThat(run.payloadJson()).isEqualTo("1");
        assertThat(run.tags()).containsExactly("a");
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(status(id)).isEqualTo(RunStatus.DELAYED);
    }

    @Test
    void delayedRunIsRescheduled() {
        String id = api.trigger("my-task", DELAYED);

        JsonNode run = api.post(200, "/api/v1/runs/" + id + "/reschedule", "{\"delay\":\"3h\"}");
        assertThat(run.path("delayedUntil").asText()).isEqualTo("2026-11-24T03:00:00.000Z");
        server.clock().advance(Duration.ofHours(2));
        assertThat(status(id)).isEqualTo(RunStatus.DELAYED);
        api.post(200, "/api/v1/runs/" + id + "/reschedule", "{\"delay\":\"2026-11-24T02:30:00Z\"}");
        server.clock().advance(Duration.ofMinutes(30));
        assertThat(status(id)).isEqualTo(RunStatus.COMPLETED);
        assertThat(api.post(400, "/api/v1/runs/" + id + "/reschedule", "{\"delay\":\"3h\"}")
                        .path("error")
                        .asText())
                .contains("not delayed");
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"delay\":\"soon\"}", "{\"delay\":\"2026-11-23T00:00:00Z\"}"})
    void invalidDelayIsRejected(String body) {
        String id = api.trigger("my-task", DELAYED);

        api.post(400, "/api/v1/runs/" + id + "/reschedule", body);
        assertThat(server.run(id).orElseThrow().delayUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void runHasTenTagsAtMost() {
        String id = api.trigger("my-task", DELAYED);

        assertThat(api.post(200, "/api/v1/runs/" + id + "/tags", "{\"tags\":\"b\"}")
                        .path("message")
                        .asText())
                .isEqualTo("1 tag is new");
        api.post(200, "/api/v1/runs/" + id + "/tags", "{\"tags\":[\"a\",\"b\",\" \",\"c\"]}");
        assertThat(server.run(id).orElseThrow().tags()).containsExactly("a", "b", "c");
        api.post(422, "/api/v1/runs/" + id + "/tags", "{\"tags\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\"]}");
        assertThat(server.run(id).orElseThrow().tags()).hasSize(3);
    }

    @Test
    void metadataIsReplacedOrChanged() {
        String id = api.trigger("my-task", "{}");
        String path = "/api/v1/runs/" + id + "/metadata";

        assertThat(api.call(200, "PUT", path, "{\"metadata\":{\"n\":1}}")).hasToString("{\"metadata\":{\"n\":1}}");
        assertThat(api.call(200, "PUT", path, """
                {"operations": [{"type": "increment", "key": "n", "value": 2}, {"type": "append", "key": "l", "value": 1}]}""")).hasToString("{\"metadata\":{\"n\":3,\"l\":[1]}}");
        assertThat(api.call(200, "PUT", path, "{}")).hasToString("{\"metadata\":{\"n\":3,\"l\":[1]}}");
        assertThat(api.get(200, "/api/v3/runs/" + id).path("metadata")).hasToString("{\"n\":3,\"l\":[1]}");
        api.call(400, "PUT", path, "{\"operations\":[{\"type\":\"increment\",\"key\":\"n\",\"value\":\"x\"}]}");
        server.clock().advance(Duration.ofMinutes(61));
        api.call(422, "PUT", path, "{\"metadata\":{}}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v2/runs/run_0/cancel",
        "POST, /api/v1/runs/run_0/replay",
        "POST, /api/v1/runs/run_0/reschedule",
        "POST, /api/v1/runs/run_0/tags",
        "PUT, /api/v1/runs/run_0/metadata",
    })
    void unknownRunsAreNotFound(String method, String path) {
        assertThat(api.call(404, method, path, "{\"delay\":\"1h\",\"tags\":[]}")
                        .path("error")
                        .asText())
                .isEqualTo("Run not found");
    }

    @Test
    void byTheSchemasAForbiddenChangeHasNoEffect() {
        try (MockServer schemas =
                MockServer.builder().rules(RequestRules.SCHEMAS).start()) {
            JsonCaller lenient = JsonCaller.of(schemas);
            String id = lenient.trigger("my-task", "{}");
            assertThat(lenient.post(200, "/api/v1/runs/" + id + "/reschedule", "{\"delay\":\"soon\"}")
                            .path("status")
                            .asText())
                    .isEqualTo("COMPLETED");
        }
    }

    private RunStatus status(String id) {
        return server.run(id).orElseThrow().status();
    }
}
