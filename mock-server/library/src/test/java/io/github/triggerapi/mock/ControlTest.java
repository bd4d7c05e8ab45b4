package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.control.ControlApi;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class ControlTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final MockClock clock = MockClock.stoppedAt(NOW);
    private final MockServer server =
            MockServer.builder().clock(clock).stayQueued().start();
    private final Caller caller = Caller.of(server);
    private final Caller control = caller.without("Authorization").without("Content-Type");

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        Caller ready = body.isEmpty() ? control : control.header("Content-Type", "application/json");
        return ready.method(method).path(path).body(body).send();
    }

    private JsonNode get(String path) {
        HttpResponse<String> response = send("GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.parse(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(JsonNode array, String member) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.path(member).asText()));
        return texts;
    }

    @Test
    void showsHealthAndInfo() {
        assertThat(get("/health").toString()).isEqualTo("{\"status\":\"ok\"}");
        JsonNode info = get("/_mock/info");
        assertThat(info.path("version").asText()).isEqualTo("(not packaged)");
        assertThat(info.at("/document/operations/0").toString())
                .isEqualTo("{\"method\":\"POST\",\"path\":\"/api/v1/tasks/{taskIdentifier}/trigger\"}");
        assertThat(info.at("/options/maxBodyBytes").asInt()).isEqualTo(MockServer.DEFAULT_MAX_BODY_BYTES);
        assertThat(info.at("/options/anyKey").asBoolean()).isTrue();
    }

    @Test
    void showsTheOpenApiDocuments() {
        HttpResponse<String> own = send("GET", "/_mock/openapi.yaml", "");
        assertThat(own.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(own.body())
                .isEqualTo(new String(ControlApi.document().source(), StandardCharsets.UTF_8))
                .startsWith("openapi: 3.1.0");
        assertThat(send("GET", "/_mock/document.yaml", "").body()).contains("trigger_task_v1");
    }

    @Test
    void listsRuns() {
        caller.body("{\"options\":{\"tags\":[\"a\",\"b\"],\"idempotencyKey\":\"k\"}}")
                .send();
        caller.path("/api/v1/tasks/other/trigger").send();
        caller.header("Authorization", "Bearer tr_prod_1")
                .body("{\"options\":{\"delay\":\"1h\",\"concurrencyKey\":\"c\",\"queue\":{\"name\":\"q\"}}}")
                .send();
        assertThat(get("/_mock/runs").path("runs")).hasSize(3);
        for (String query : List.of(
                "task=other",
                "tag=b&idempotencyKey=k",
                "environment=prod",
                "status=DELAYED",
                "queue=q",
                "concurrencyKey=c")) {
            assertThat(get("/_mock/runs?" + query).path("runs")).as(query).hasSize(1);
        }
        assertThat(get("/_mock/runs?status=DELAYED&status=QUEUED").path("runs")).hasSize(3);
        JsonNode first = get("/_mock/runs?limit=2");
        assertThat(texts(first.path("runs"), "task")).containsExactly("my-task", "other");
        JsonNode second = get("/_mock/runs?limit=2&after=" + first.path("next").asText());
        assertThat(texts(second.path("runs"), "status")).containsExactly("DELAYED");
        assertThat(second.has("next")).isFalse();
        assertThat(send("GET", "/_mock/runs?status=LOST", "").body()).contains("must be", "query.status");
        assertThat(send("GET", "/_mock/runs?limit=0", "").statusCode()).isEqualTo(400);
        assertThat(send("GET", "/_mock/runs?after=x", "").statusCode()).isEqualTo(400);
    }

    @Test
    void showsARunWithItsRequest() {
        caller.body("{\"payload\":{\"a\":1.50,\"b\":null}}").send();
        String id = server.runs().get(0).id();
        JsonNode detail = get("/_mock/runs/" + id);
        assertThat(detail.at("/run/payload").toString()).isEqualTo("{\"a\":1.50,\"b\":null}");
        assertThat(detail.at("/run/createdAt").asText()).startsWith("2026-11-24T00:00");
        assertThat(detail.at("/run/ttlSeconds").asInt()).isEqualTo(600);
        assertThat(detail.at("/request/body").asText()).contains("1.50");
        assertThat(detail.at("/request/headers").toString()).contains("Bearer tr_dev_***");
        HttpResponse<String> none = send("GET", "/_mock/runs/run_0", "");
        assertThat(none.statusCode() + none.body()).isEqualTo("404{\"error\":\"Run \\\"run_0\\\" not found\"}");
    }

    @Test
    void listsRequests() {
        caller.send();
        caller.body("[]").send();
        server.addFault(Fault.cutConnection().times(1));
        assertThatThrownBy(caller::send).isInstanceOf(UncheckedIOException.class);
        JsonNode all = get("/_mock/requests").path("requests");
        assertThat(texts(all, "verdict")).containsExactly("accepted", "rejected", "faulted");
        assertThat(all.get(2).has("status")).isFalse();
        assertThat(texts(get("/_mock/requests?verdict=rejected").path("requests"), "reason"))
                .singleElement()
                .asString()
                .startsWith("Validation error");
        JsonNode first = get("/_mock/requests?limit=2");
        JsonNode second =
                get("/_mock/requests?limit=2&after=" + first.path("next").asText());
        assertThat(texts(second.path("requests"), "number")).containsExactly("3");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void listsQueues() {
        caller.body("{\"options\":{\"concurrencyKey\":\"c\",\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}")
                .send();
        caller.send();
        server.task("my-task").completeAfter(Duration.ofHours(1));
        assertThat(get("/_mock/queues").path("queues"))
                .extracting(JsonNode::toString)
                .containsExactlyInAnyOrder(
                        "{\"environment\":\"dev\",\"name\":\"q\",\"limit\":1,\"queued\":0,\"executing\":0}",
                        "{\"environment\":\"dev\",\"name\":\"q\",\"concurrencyKey\":\"c\",\"limit\":1,\"queued\":0,\"executing\":1}",
                        "{\"environment\":\"dev\",\"name\":\"task/my-task\",\"queued\":0,\"executing\":1}");
    }

    @Test
    void cancelsRunsAndReplaysThem() {
        caller.body("{\"payload\":7,\"options\":{\"tags\":[\"a\"],\"idempotencyKey\":\"k\"}}")
                .send();
        String id = server.runs().get(0).id();
        HttpResponse<String> replayed = send("POST", "/_mock/runs/" + id + "/replay", "");
        assertThat(replayed.statusCode()).isEqualTo(201);
        assertThat(replayed.body())
                .contains("\"payload\":7", "\"tags\":[\"a\"]")
                .doesNotContain(id, "\"k\"");
        HttpResponse<String> canceled = send("POST", "/_mock/runs/" + id + "/cancel", "");
        assertThat(canceled.statusCode()).isEqualTo(200);
        assertThat(canceled.body()).contains(id, "\"status\":\"CANCELED\"");
        assertThat(send("POST", "/_mock/runs/" + id + "/cancel", "").body()).isEqualTo(canceled.body());
        assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.CANCELED, RunStatus.QUEUED);
    }

    @Test
    void reschedulesDelayedRunsOnly() {
        caller.body("{\"options\":{\"delay\":\"1h\"}}").send();
        String path = "/_mock/runs/" + server.runs().get(0).id() + "/reschedule";
        assertThat(send("POST", path, "{\"delay\":\"2h\"}").body()).contains("\"delayUntil\":\"2026-11-24T02:00");
        assertThat(send("POST", path, "{\"delay\":\"2026-11-24T04:00:00+01:00\"}")
                        .body())
                .contains("\"delayUntil\":\"2026-11-24T03:00");
        for (String wrong : List.of("soon", "2026-11-23T00:00:00Z", "53000w")) {
            HttpResponse<String> rejected = send("POST", path, "{\"delay\":\"%s\"}".formatted(wrong));
            assertThat(rejected.statusCode()).as(wrong).isEqualTo(400);
            assertThat(rejected.body()).startsWith("{\"error\":\"Validation error: must be ");
        }
        assertThat(send("POST", path, "{}").body()).contains("is required at \\\"delay\\\"");
        assertThat(send("POST", path, "{\"delay\":\"0s\"}").body()).contains("\"status\":\"QUEUED\"");
        HttpResponse<String> late = send("POST", path, "{\"delay\":\"1h\"}");
        assertThat(late.statusCode() + late.body()).isEqualTo("409{\"error\":\"The run is not delayed: QUEUED\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "replay", "reschedule"})
    void changesOnlyKnownRunsAndOnlyFromItsOwnPages(String change) {
        String body = change.equals("reschedule") ? "{\"delay\":\"1h\"}" : "";
        HttpResponse<String> none = send("POST", "/_mock/runs/run_0/" + change, body);
        assertThat(none.statusCode() + none.body()).isEqualTo("404{\"error\":\"Run \\\"run_0\\\" not found\"}");
        caller.body("{\"options\":{\"delay\":\"2h\"}}").send();
        Run run = server.runs().get(0);
        assertThat(Caller.of(server)
                        .path("/_mock/runs/" + run.id() + "/" + change)
                        .header("Origin", "https://example.com")
                        .body(body)
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.runs()).containsExactly(run);
    }

    @Test
    void pausesAndResumesQueues() {
        String queue = "{\"environment\":\"dev\",\"queue\":\"task/my-task\"}";
        server.task("my-task").completeAfter(Duration.ZERO);
        assertThat(send("POST", "/_mock/queues/pause", queue).statusCode()).isEqualTo(204);
        caller.send();
        assertThat(get("/_mock/queues").at("/queues/0").toString())
                .isEqualTo(
                        "{\"environment\":\"dev\",\"name\":\"task/my-task\",\"paused\":true,\"queued\":1,\"executing\":0}");
        assertThat(send("POST", "/_mock/queues/resume", queue).statusCode()).isEqualTo(204);
        assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.COMPLETED);
        assertThat(get("/_mock/queues").path("queues")).isEmpty();
        for (String wrong : List.of("", "q".repeat(129))) {
            assertThat(send("POST", "/_mock/queues/pause", queue.replace("task/my-task", wrong))
                            .statusCode())
                    .isEqualTo(400);
        }
        String paused = IntStream.range(0, 1000)
                .mapToObj(i -> queue.replace("my-task", "t" + i))
                .collect(Collectors.joining(",", "\"pausedQueues\":[", "],"));
        String state = send("GET", "/_mock/state", "").body().replaceFirst("\\{", "{" + paused);
        assertThat(send("PUT", "/_mock/state", state).statusCode()).isEqualTo(204);
        assertThat(send("POST", "/_mock/queues/pause", queue).body()).contains("There are 1000 paused queues already");
    }

    @Test
    void resetRemovesEverything() {
        caller.send();
        server.addFault(Fault.status(500));
        assertThat(send("POST", "/_mock/reset", "").statusCode()).isEqualTo(204);
        assertThat(server.runs()).isEmpty();
        assertThat(server.faults()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void movesTheClock() {
        caller.body("{\"options\":{\"ttl\":\"1h\"}}").send();
        HttpResponse<String> moved = send("POST", "/_mock/clock/advance", "{\"duration\":\"1h\"}");
        assertThat(moved.body()).isEqualTo("{\"time\":\"2026-11-24T01:00:00Z\",\"running\":false}");
        assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.EXPIRED);
        send("PUT", "/_mock/clock", "{\"time\":\"2026-11-24T03:00:00+01:00\"}");
        assertThat(get("/_mock/clock").path("time").asText()).startsWith("2026-11-24T02:00");
        assertThat(send("PUT", "/_mock/clock", "{\"time\":\"2026-11-24T01:00:00Z\"}")
                        .body())
                .contains("instant must be 2026-11-24T02:00:00Z or later")
                .endsWith("at \\\"time\\\"\"}");
        assertThat(send("POST", "/_mock/clock/advance", "{\"duration\":\"52000w\"}")
                        .statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 7; i++) {
            send("POST", "/_mock/clock/advance", "{\"duration\":\"52000w\"}");
        }
        assertThat(send("POST", "/_mock/clock/advance", "{\"duration\":\"52000w\"}")
                        .body())
                .contains("must not lead to a time after 9999-12-31T23:59:59Z");
        assertThat(send("POST", "/_mock/clock/advance", "{\"duration\":\"-1h\"}")
                        .body())
                .contains("must be a duration such as 1h42m", "at \\\"duration\\\"");
    }

    @Test
    void rejectsToMoveARunningClock() {
        try (MockServer running = MockServer.builder().start()) {
            Caller other = Caller.of(running);
            assertThat(other.method("GET").path("/_mock/clock").body("").statusAndBody())
                    .contains("\"running\":true");
            assertThat(other.path("/_mock/clock/advance")
                            .body("{\"duration\":\"1h\"}")
                            .statusAndBody())
                    .startsWith("409 {\"error\":\"The clock is running and cannot be moved");
        }
    }

    @Test
    void addsAndRemovesFaults() {
        HttpResponse<String> added = send("POST", "/_mock/faults", """
                {"kind":"status","status":503,"headers":{"Retry-After":"1"},"task":"my-task","times":1,"probability":1}""");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body())
                .isEqualTo(
                        "{\"id\":\"fault_1\",\"applied\":0,\"exhausted\":false,\"fault\":{\"kind\":\"status\",\"status\":503,"
                                + "\"headers\":{\"Retry-After\":\"1\"},\"task\":\"my-task\",\"times\":1}}");
        assertThat(caller.send().statusCode()).isEqualTo(503);
        assertThat(get("/_mock/faults").at("/faults/0/exhausted").asBoolean()).isTrue();
        assertThat(send("DELETE", "/_mock/faults/fault_1", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/_mock/faults/fault_1", "").statusCode()).isEqualTo(404);
        for (String rule : List.of(
                "\"rateLimit\",\"millis\":5",
                "\"delay\",\"millis\":5,\"probability\":0.5,\"seed\":9",
                "\"cutResponse\"",
                "\"cutConnection\"")) {
            assertThat(send("POST", "/_mock/faults", "{\"kind\":" + rule + "}").body())
                    .endsWith("\"fault\":{\"kind\":" + rule + "}}");
        }
        assertThat(server.faults()).hasSize(4);
        assertThat(send("DELETE", "/_mock/faults", "").statusCode()).isEqualTo(204);
        assertThat(server.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | is required at \\\"kind\\\"",
                "{\"kind\":\"status\"} | is required for the kind status at \\\"status\\\"",
                "{\"kind\":\"delay\"} | is required for the kind delay at \\\"millis\\\"",
                "{\"kind\":\"fire\"} | must be \\\"status\\\" or \\\"delay\\\"",
                "{\"kind\":\"cutResponse\",\"time\":1} | is not allowed at \\\"time\\\"",
                "{\"kind\":\"cutResponse\",\"headers\":{\"a b\":\"c\"}} | not a header",
                "{\"kind\":\"cutResponse\",\"probability\":0} | must be greater than 0"
            })
    void rejectsInvalidFaults(String rule, String message) {
        HttpResponse<String> response = send("POST", "/_mock/faults", rule);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .startsWith("{\"error\":\"Validation error: ")
                .contains(message);
        assertThat(server.faults()).isEmpty();
    }

    @Test
    void theStateCanBePutIntoAnotherServer() {
        caller.body("{\"payload\":[1.50,null],\"options\":{\"idempotencyKey\":\"k\",\"tags\":\"t\",\"ttl\":\"1h\","
                        + "\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}")
                .header("x-trigger-request-idempotency-key", "r")
                .send();
        caller.body("{\"options\":{\"delay\":\"1h\"}}").send();
        String state = send("GET", "/_mock/state", "").body();
        MockClock later = MockClock.stoppedAt(NOW.plus(Duration.ofMinutes(30)));
        try (MockServer other = MockServer.builder().clock(later).stayQueued().start()) {
            Caller there = Caller.of(other);
            assertThat(there.method("PUT").path("/_mock/state").body(state).statusAndBody())
                    .isEqualTo("204 ");
            assertThat(other.runs()).isEqualTo(server.runs());
            assertThat(there.method("GET").path("/_mock/state").body("").send().body())
                    .isEqualTo(state.replaceFirst("2026-11-24T00:00(:00)?Z", "2026-11-24T00:30:00Z"));
            Run run = other.runs().get(0);
            assertThat(run.payloadJson()).isEqualTo("[1.50,null]");
            assertThat(run.contextJson()).isNull();
            assertThat(run.outputJson()).isNull();
            assertThat(there.body("{\"options\":{\"idempotencyKey\":\"k\"}}").statusAndBody())
                    .contains(run.id());
            assertThat(there.header("x-trigger-request-idempotency-key", "r").statusAndBody())
                    .contains(run.id());
            later.advance(Duration.ofMinutes(30));
            assertThat(other.runs()).extracting(Run::status).containsExactly(RunStatus.EXPIRED, RunStatus.QUEUED);
        }
        try (MockServer other = MockServer.builder()
                .clock(MockClock.stoppedAt(NOW.plus(Duration.ofHours(2))))
                .start()) {
            Caller.of(other).method("PUT").path("/_mock/state").body(state).send();
            assertThat(other.runs()).extracting(Run::status).containsExactly(RunStatus.EXPIRED, RunStatus.COMPLETED);
        }
    }

    @Test
    void rejectsAnInvalidState() {
        caller.send();
        String state = send("GET", "/_mock/state", "").body();
        String run = state.replaceFirst("(?s).*\"runs\":\\[(.*)],\"limits.*", "$1");
        assertThat(send("PUT", "/_mock/state", state.replace(run, run + "," + run))
                        .body())
                .isEqualTo("{\"error\":\"Validation error: must be unique among the runs at \\\"runs[1].id\\\"\"}");
        assertThat(send("PUT", "/_mock/state", state.replace("QUEUED", "LOST")).body())
                .contains("at \\\"runs[0].status\\\"");
        assertThat(send("PUT", "/_mock/state", state.replace("\"format\":1", "\"format\":2"))
                        .body())
                .contains("must be at most 1 at \\\"format\\\"");
        assertThat(server.runs()).hasSize(1);
    }

    @Test
    void hasItsOwnBodyLimit() {
        try (MockServer small = MockServer.builder().maxBodyBytes(10).start()) {
            String state = Caller.of(small)
                    .method("GET")
                    .path("/_mock/state")
                    .body("")
                    .send()
                    .body();
            assertThat(Caller.of(small)
                            .method("PUT")
                            .path("/_mock/state")
                            .body(state)
                            .statusAndBody())
                    .isEqualTo("204 ");
        }
    }

    @Test
    void controlRequestsAreNotRecordedAndMeetNoFault() {
        server.addFault(Fault.status(500));
        get("/_mock/info");
        assertThat(send("GET", "/_mock/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/_mock/info", "").statusCode()).isEqualTo(405);
        assertThat(server.requests()).isEmpty();
    }
}
