package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that are retrieved and listed. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class RunsResourceTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final MockServer server =
            MockServer.builder().clock(MockClock.stoppedAt(NOW)).start();
    private final JsonCaller api = JsonCaller.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void retrievedRunHasTheMembersThatAreAlwaysPresent() {
        String id = api.trigger("my-task", "{}");

        assertThat(api.get(200, "/api/v3/runs/" + id))
                .hasToString(("{'id':'" + id + "','status':'COMPLETED',"
                                + "'taskIdentifier':'my-task','isQueued':false,'isExecuting':false,'isWaiting':false,"
                                + "'isCompleted':true,'isSuccess':true,'isFailed':false,'isCancelled':false,'isTest':false,"
                                + "'createdAt':'2026-11-24T00:00:00.000Z','updatedAt':'2026-11-24T00:00:00.000Z',"
                                + "'startedAt':'2026-11-24T00:00:00.000Z','finishedAt':'2026-11-24T00:00:00.000Z','ttl':'10m',"
                                + "'tags':[],'costInCents':0,'baseCostInCents':0,'durationMs':0,'depth':0,"
                                + "'triggerFunction':'trigger','attemptCount':1,'attempts':[],"
                                + "'relatedRuns':{'children':[]}}")
                        .replace('\'', '"'));
    }

    @Test
    void retrievedRunHasTheValuesOfItsRequest() {
        String id = api.trigger("my-task", """
                {"payload": {"a": 1.50, "b": null}, "options": {"idempotencyKey": "k", "ttl": "1d30m5s", "delay": "15m",
                 "tags": ["z", "a"]}}""");

        JsonNode run = api.get(200, "/api/v3/runs/" + id);
        assertThat(run.path("payload")).hasToString("{\"a\":1.5,\"b\":null}");
        assertThat(run.path("idempotencyKey").asText()).isEqualTo("k");
        assertThat(run.path("ttl").asText()).isEqualTo("1d30m5s");
        assertThat(run.path("tags")).hasToString("[\"a\",\"z\"]");
        assertThat(run.path("status").asText()).isEqualTo("DELAYED");
        assertThat(run.path("isQueued").asBoolean()).isTrue();
        assertThat(run.path("delayedUntil").asText()).isEqualTo("2026-11-24T00:15:00.000Z");
        assertThat(run.path("attemptCount").asInt()).isZero();
        assertThat(run.has("startedAt")).isFalse();
    }

    @Test
    void plannedOutputIsNotShownBeforeTheRunIsFinished() {
        server.task("slow").outcomes(TaskOutcome.completed("done").after(Duration.ofMinutes(1)));
        server.task("bad").outcomes(TaskOutcome.failed("No stock").after(Duration.ofMinutes(1)));
        String slow = api.trigger("slow", "{}");
        String bad = api.trigger("bad", "{}");

        server.clock().advance(Duration.ofSeconds(30));
        JsonNode run = api.get(200, "/api/v3/runs/" + slow);
        assertThat(run.path("status").asText()).isEqualTo("EXECUTING");
        assertThat(run.path("isExecuting").asBoolean()).isTrue();
        assertThat(run.path("durationMs").asInt()).isEqualTo(30_000);
        assertThat(run.has("output")).isFalse();
        assertThat(api.get(200, "/api/v3/runs/" + bad).has("error")).isFalse();
        api.get(404, "/api/v1/runs/" + slow + "/result");

        server.clock().advance(Duration.ofSeconds(30));
        assertThat(api.get(200, "/api/v3/runs/" + slow).path("output").asText()).isEqualTo("done");
        assertThat(api.get(200, "/api/v3/runs/" + bad).path("error")).hasToString("{\"message\":\"No stock\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, true, true",
        "CRASHED, true, true",
        "SYSTEM_FAILURE, true, true",
        "TIMED_OUT, false, false",
    })
    void statusDecidesWhetherARunIsCompletedAndFailed(RunStatus status, boolean completed, boolean failed) {
        server.task("my-task").outcomes(TaskOutcome.failed(status, "message"));

        JsonNode run = api.get(200, "/api/v3/runs/" + api.trigger("my-task", "{}"));
        assertThat(run.path("status").asText()).isEqualTo(status.name());
        assertThat(run.path("isCompleted").asBoolean()).isEqualTo(completed);
        assertThat(run.path("isFailed").asBoolean()).isEqualTo(failed);
        assertThat(run.path("isSuccess").asBoolean()).isFalse();
    }

    @Test
    void expiredRunIsNotCompleted() {
        server.task("my-task").stayQueued();
        String id = api.trigger("my-task", "{}");
        server.clock().advance(Duration.ofMinutes(10));

        JsonNode run = api.get(200, "/api/v3/runs/" + id);
        assertThat(run.path("status").asText()).isEqualTo("EXPIRED");
        assertThat(run.path("isCompleted").asBoolean()).isFalse();
        assertThat(run.path("expiredAt").asText()).isEqualTo("2026-11-24T00:10:00.000Z");
    }

    @Test
    void runsOfOtherEnvironmentsAreUnknown() {
        String id = api.trigger("my-task", "{}");
        JsonCaller other = api.environment("prod");

        assertThat(other.get(404, "/api/v3/runs/" + id).path("error").asText()).isEqualTo("Run not found");
        assertThat(other.get(200, "/api/v1/runs").path("data")).isEmpty();
        other.post(404, "/api/v2/runs/" + id + "/cancel", "");
        api.get(404, "/api/v3/runs/run_0");
    }

    @Test
    void pagesHaveTheNewestRunsFirst() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            newestFirst.add(0, api.trigger("my-task", "{}"));
        }
        JsonNode first =
                api.get(200, "/api/v1/runs?page[size]=2".replace("[", "%5B").replace("]", "%5D"));
        assertThat(ids(first)).isEqualTo(newestFirst.subList(0, 2));
        assertThat(first.path("pagination").has("previous")).isFalse();
        JsonNode second =
                list("page[size]=2&page[after]=" + first.at("/pagination/next").asText());
        assertThat(ids(second)).isEqualTo(newestFirst.subList(2, 4));
        JsonNode third =
                list("page[size]=2&page[after]=" + second.at("/pagination/next").asText());
        assertThat(ids(third)).isEqualTo(newestFirst.subList(4, 5));
        assertThat(third.path("pagination").has("next")).isFalse();
        JsonNode back = list(
                "page[size]=2&page[before]=" + third.at("/pagination/previous").asText());
        assertThat(ids(back)).isEqualTo(newestFirst.subList(2, 4));
        assertThat(list("page[after]=unknown").path("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "filter[taskIdentifier]=a, a",
                "\"filter[taskIdentifier]=a,b\", b a",
                "filter[status]=DELAYED, b",
                "\"filter[status]=FAILED,COMPLETED\", a",
                "\"filter[status]=QUEUED%2CDELAYED\", b",
                "filter[status]=FROZEN, \"\"",
                "filter[tag]=red, a",
                "\"filter[tag]=red,blue\", b a",
                "filter[queue]=task/a, a",
                "\"filter[queue]=task/a,q\", b a",
                "filter[isTest]=false, b a",
                "filter[isTest]=true, \"\"",
                "filter[batch]=batch_1, \"\"",
                "filter[version]=1, \"\"",
                "filter[createdAt][from]=2026-11-24T00:00:00Z, b a",
                "filter[createdAt][from]=2026-11-24T00:00:01Z, \"\"",
                "filter[createdAt][to]=1795478400000, b a",
                "filter[createdAt][to]=1795478399999, \"\"",
                "filter[createdAt][period]=1h, b a",
                "filter[unknown]=x, b a",
            })
    void filterSelectsRuns(String query, String tasks) {
        api.trigger("a", "{\"options\":{\"tags\":[\"red\"]}}");
        api.trigger("b", "{\"options\":{\"tags\":[\"blue\"],\"delay\":\"1h\",\"queue\":{\"name\":\"q\"}}}");

        assertThat(tasks(list(query))).isEqualTo(tasks);
    }

    @Test
    void withoutATimeTheListHasSevenDays() {
        api.trigger("my-task", "{}");
        server.clock().advance(Duration.ofDays(8));

        assertThat(list("").path("data")).isEmpty();
        assertThat(list("filter[createdAt][period]=9d").path("data")).hasSize(1);
        assertThat(list("filter[createdAt][from]=2026-11-01T00:00:00Z").path("data"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"page[size]=101", "filter[status]=DONE", "filter[createdAt][period]=x", "filter[isTest]=x"})
    void invalidQueryIsRejected(String query) {
        assertThat(api.get(400, "/api/v1/runs?" + encoded(query)).path("error").asText())
                .contains(query.replaceFirst("=.*", ""));
    }

    @Test
    void itemsOfAListHaveAnEnvironment() {
        api.environment("stg").trigger("my-task", "{}");

        JsonNode item = api.environment("stg").get(200, "/api/v1/runs").at("/data/0");
        assertThat(item.path("env")).hasToString("{\"id\":\"env_stg\",\"name\":\"staging\"}");
        assertThat(item.path("taskKind").asText()).isEqualTo("STANDARD");
        assertThat(item.has("relatedRuns")).isFalse();
    }

    @Test
    void resultHasTheOutputOrTheError() {
        server.task("good").outcomes(TaskOutcome.completed(List.of(1)));
        server.task("bad").outcomes(TaskOutcome.failed("No stock"));
        String good = api.trigger("good", "{}");
        String bad = api.trigger("bad", "{}");

        assertThat(api.get(200, "/api/v1/runs/" + good + "/result"))
                .hasToString("{\"ok\":true,\"id\":\"" + good
                        + "\",\"taskIdentifier\":\"good\",\"output\":\"[1]\",\"outputType\":\"application/json\"}");
        assertThat(api.get(200, "/api/v1/runs/" + bad + "/result").path("error"))
                .hasToString("{\"type\":\"STRING_ERROR\",\"raw\":\"No stock\"}");
    }

    @Test
    void serviceDecodesThePayloadsOfTheSdk() {
        try (MockServer service =
                MockServer.builder().rules(RequestRules.SERVICE).start()) {
            JsonCaller sdk = JsonCaller.of(service);
            String id = sdk.trigger("my-task", """
                    {"payload": "{\\"json\\":{\\"at\\":\\"2026-01-01\\"},\\"meta\\":{}}",
                     "options": {"payloadType": "application/super+json", "metadata": "{\\"a\\":1}", "test": true,
                      "idempotencyKey": "0f", "idempotencyKeyOptions": {"key": "mine", "scope": "global"}}}""");

            JsonNode run = sdk.get(200, "/api/v3/runs/" + id);
            assertThat(run.path("payload")).hasToString("{\"at\":\"2026-01-01\"}");
            assertThat(run.path("metadata")).hasToString("{\"a\":1}");
            assertThat(run.path("isTest").asBoolean()).isTrue();
            assertThat(run.path("idempotencyKey").asText()).isEqualTo("mine");
            assertThat(sdk.get(200, "/api/v1/runs").at("/data/0/idempotencyKey").asText())
                    .isEqualTo("0f");
        }
    }

    @Test
    void clientsAreToldToRetryIfTheServerIsSetSo() {
        Caller unknown = api.caller().method("GET").path("/api/v3/runs/run_0").body("");
        assertThat(unknown.send().headers().firstValue("x-should-retry")).isEmpty();
        try (MockServer retrying = MockServer.builder().retryUnknown().start()) {
            Caller caller = Caller.of(retrying).method("GET").body("");
            for (String path : List.of("/api/v3/runs/run_0", "/api/v1/batches/batch_0")) {
                assertThat(caller.path(path).send().headers().firstValue("x-should-retry"))
                        .contains("true");
            }
            assertThat(caller.path("/api/v1/runs/run_0/result").send().headers().firstValue("x-should-retry"))
                    .isEmpty();
        }
    }

    private JsonNode list(String query) {
        return api.get(200, "/api/v1/runs?" + encoded(query));
    }

    private static String encoded(String query) {
        return query.replace("[", "%5B").replace("]", "%5D");
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(run -> ids.add(run.path("id").asText()));
        return ids;
    }

    private static String tasks(JsonNode page) {
        List<String> tasks = new ArrayList<>();
        page.path("data").forEach(run -> tasks.add(run.path("taskIdentifier").asText()));
        return String.join(" ", tasks);
    }
}
