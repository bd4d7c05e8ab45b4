package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the runs of a task, set in Java, over HTTP and by a file. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class TaskOutcomesTest {
    private final MockServer server = MockServer.builder()
            .clock(MockClock.stoppedAt(Instant.parse("2026-01-01T00:00:00Z")))
            .start();

    @AfterEach
    void close() {
        server.close();
    }

    private static Run trigger(MockServer server, String task, String payload) {
        assertThat(Caller.of(server)
                        .path("/api/v1/tasks/" + task + "/trigger")
                        .body("{\"payload\":" + payload + "}")
                        .statusAndBody())
                .startsWith("200 ");
        List<Run> runs = server.runs();
        return runs.get(runs.size() - 1);
    }

    private String put(String task, String plan) {
        return Caller.of(server)
                .method("PUT")
                .path("/_mock/tasks/" + task)
                .body(plan)
                .statusAndBody();
    }

    private String list() {
        return Caller.of(server).method("GET").path("/_mock/tasks").body("").statusAndBody();
    }

    @Test
    void whatIsSetForTasksIsListed() {
        String plan =
                "{\"outcomes\":[{\"error\":\"No stock\",\"millis\":5,\"payload\":{\"n\":1},\"times\":2},{\"output\":[1]}]}";
        assertThat(list()).isEqualTo("200 {\"tasks\":[]}");
        assertThat(put("t", plan)).startsWith("204");
        assertThat(put("s", "{\"stayQueued\":true}")).startsWith("204");
        server.task("h").handle(run -> "done");
        trigger(server, "t", "{\"n\":1}");
        assertThat(list())
                .startsWith(
                        "200 {\"tasks\":[{\"task\":\"h\"},{\"task\":\"s\",\"plan\":{\"stayQueued\":true}},{\"task\":\"t\",")
                .contains(
                        "\"error\":\"No stock\"",
                        "\"millis\":5",
                        "\"payload\":{\"n\":1}",
                        "\"times\":2",
                        "{\"output\":[1]}")
                .contains("\"left\":[1,2147483647]");
    }

    private static String result(Run run) {
        return run.status() + " " + run.outputJson() + " " + run.error();
    }

    @Test
    void eachRunGetsTheFirstOutcomeThatAppliesAndHasRunsLeft() {
        server.task("t")
                .outcomes(
                        TaskOutcome.failed("for c1").forPayload(Map.of("customer", "c1")),
                        TaskOutcome.failed("first").times(1),
                        TaskOutcome.completed(Map.of("n", 2)).times(1));

        assertThat(result(trigger(server, "t", "{\"customer\":\"c2\"}"))).isEqualTo("FAILED null first");
        assertThat(result(trigger(server, "t", "{\"customer\":\"c1\",\"more\":1}")))
                .isEqualTo("FAILED null for c1");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("COMPLETED {\"n\":2} null");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("COMPLETED null null");
        assertThat(result(trigger(server, "other", "1"))).isEqualTo("COMPLETED null null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}         | {\"a\":1.0,\"b\":2} | true",
                "{\"a\":{\"b\":1}} | {\"a\":{\"b\":1,\"c\":2}} | true",
                "{\"a\":[1,{}]}    | {\"a\":[1,{\"b\":2}]} | true",
                "{\"a\":[1]}       | {\"a\":[1,2]}       | false",
                "{\"a\":null}      | {}                  | false",
                "{}                | [1]                 | false",
                "\"x\"             | \"x\"               | true",
                "2                 | 3                   | false",
            })
    void payloadsContainTheGivenValue(String wanted, String payload, boolean applies) {
        assertThat(put("t", "{\"outcomes\":[{\"payload\":" + wanted + ",\"error\":\"matched\"}]}"))
                .isEqualTo("204 ");

        assertThat(trigger(server, "t", payload).status()).isEqualTo(applies ? RunStatus.FAILED : RunStatus.COMPLETED);
    }

    @Test
    void runsExecuteForTheirDuration() {
        server.task("t").outcomes(TaskOutcome.failed("late").after(Duration.ofSeconds(2)));
        Run run = trigger(server, "t", "1");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(server.run(run.id()).orElseThrow().status()).isEqualTo(RunStatus.EXECUTING);

        server.clock().advance(Duration.ofSeconds(1));
        assertThat(result(server.run(run.id()).orElseThrow())).isEqualTo("FAILED null late");
    }

    @Test
    void runsCanStayQueuedInASequence() {
        server.task("t")
                .outcomes(
                        TaskOutcome.failed("first").times(1),
                        TaskOutcome.stayQueued().times(2),
                        TaskOutcome.completed("last"));
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("FAILED null first");
        Run second = trigger(server, "t", "1");
        Run third = trigger(server, "t", "1");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("COMPLETED \"last\" null");

        assertThat(List.of(second, third)).allMatch(Run::staysQueued).allMatch(run -> run.status() == RunStatus.QUEUED);
        server.task("t").completeAfter(Duration.ZERO);
        assertThat(server.run(second.id()).orElseThrow().status()).isEqualTo(RunStatus.QUEUED);
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(server.run(second.id()).orElseThrow().status()).isEqualTo(RunStatus.EXPIRED);
        assertThat(server.run(third.id()).orElseThrow().status()).isEqualTo(RunStatus.EXPIRED);
    }

    /** The queue has room for one run at a time. */
    @Test
    void runsThatStayQueuedDoNotBlockTheirQueue() {
        server.task("t")
                .outcomes(
                        TaskOutcome.stayQueued().forPayload("stays"),
                        TaskOutcome.completed().after(Duration.ofSeconds(1)));
        String limit = ",\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}";
        Run executing = trigger(server, "t", "1" + limit);
        Run stays = trigger(server, "t", "\"stays\"" + limit);
        Run last = trigger(server, "t", "2" + limit);
        assertThat(server.runs())
                .extracting(Run::status)
                .containsExactly(RunStatus.EXECUTING, RunStatus.QUEUED, RunStatus.QUEUED);
        assertThat(stays.staysQueued()).as("before its turn").isFalse();

        server.clock().advance(Duration.ofSeconds(1));
        assertThat(server.run(executing.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(server.run(stays.id()).orElseThrow().staysQueued()).isTrue();
        assertThat(server.run(last.id()).orElseThrow().status()).isEqualTo(RunStatus.EXECUTING);
    }

    @Test
    void runsThatStayQueuedHaveNoDuration() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TaskOutcome.stayQueued().after(Duration.ofSeconds(1)));
    }

    @Test
    void runsCanStayQueuedInASequenceOverHttp() {
        assertThat(put("t", "{\"outcomes\":[{\"stayQueued\":true,\"times\":1},{\"output\":1}]}"))
                .isEqualTo("204 ");
        Run queued = trigger(server, "t", "1");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("COMPLETED 1 null");
        assertThat(queued.status()).isEqualTo(RunStatus.QUEUED);

        Caller caller = Caller.of(server).method("GET").body("");
        assertThat(caller.path("/_mock/runs/" + queued.id()).statusAndBody()).contains("\"staysQueued\":true");
        String state = caller.path("/_mock/state").statusAndBody().substring("200 ".length());
        server.reset();
        assertThat(caller.method("PUT").path("/_mock/state").body(state).statusAndBody())
                .startsWith("20");
        assertThat(server.run(queued.id()).orElseThrow().staysQueued()).isTrue();
    }

    @Test
    void canBeSetOverHttp() {
        assertThat(put(
                        "t",
                        "{\"outcomes\":[{\"output\":{\"a\":[1.10]},\"millis\":1000,\"times\":1},{\"error\":\"e\"}]}"))
                .isEqualTo("204 ");
        Run first = trigger(server, "t", "1");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo("FAILED null e");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(result(server.run(first.id()).orElseThrow())).isEqualTo("COMPLETED {\"a\":[1.10]} null");

        assertThat(put("t", "{\"stayQueued\":true}")).isEqualTo("204 ");
        Run queued = trigger(server, "t", "1");
        assertThat(queued.status()).isEqualTo(RunStatus.QUEUED);

        assertThat(Caller.of(server)
                        .method("DELETE")
                        .path("/_mock/tasks/t")
                        .body("")
                        .statusAndBody())
                .isEqualTo("204 ");
        assertThat(server.run(queued.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "TIMED_OUT", "CRASHED", "SYSTEM_FAILURE"})
    void aFailureCanHaveAnyOfItsStatuses(RunStatus status) {
        assertThat(put("t", "{\"outcomes\":[{\"error\":\"e\",\"status\":\"" + status + "\"}]}"))
                .isEqualTo("204 ");
        assertThat(result(trigger(server, "t", "1"))).isEqualTo(status + " null e");
        assertThat(put("t", "{\"outcomes\":[{\"error\":\"e\",\"status\":\"COMPLETED\"}]}"))
                .startsWith("400 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | at least 1",
                "{\"outcomes\":[]} | at least 1",
                "{\"outcomes\":[{}],\"stayQueued\":true} | at most 1",
                "{\"outcomes\":[{\"error\":\"e\",\"output\":1}]} | must not be beside an error at \\\"outcomes[0].output\\\"",
                "{\"outcomes\":[{\"error\":\"e\",\"stayQueued\":true}]} | must not be beside stayQueued at \\\"outcomes[0].error\\\"",
                "{\"outcomes\":[{\"output\":1,\"stayQueued\":true}]} | must not be beside stayQueued at \\\"outcomes[0].output\\\"",
                "{\"outcomes\":[{\"millis\":1,\"stayQueued\":true}]} | must not be beside stayQueued at \\\"outcomes[0].millis\\\"",
                "{\"outcomes\":[{\"stayQueued\":false}]} | outcomes[0].stayQueued",
                "{\"outcomes\":[{\"times\":0}]} | outcomes[0].times",
                "{\"outcomes\":[{\"status\":\"FAILED\"}]} | outcomes[0].status",
            })
    void invalidPlansAreRejected(String plan, String message) {
        assertThat(put("t", plan))
                .startsWith("400 {\"error\":\"Validation error: ")
                .contains(message);
    }

    @Test
    void plansAreBounded() {
        String large = "x".repeat(900_000);
        assertThat(put("a", "{\"outcomes\":[{\"output\":\"" + large + "\"}]}")).isEqualTo("204 ");
        assertThat(put("b", "{\"outcomes\":[{\"output\":\"" + large + "\"}]}")).isEqualTo("204 ");
        assertThat(put("a", "{\"outcomes\":[{\"output\":\"" + large + "\"}]}")).isEqualTo("204 ");
        assertThat(put("c", "{\"outcomes\":[{\"output\":\"" + large + "\"}]}")).startsWith("400 ");
    }

    @Test
    void waitsUntilIdle() {
        Caller caller = Caller.of(server).method("GET").body("");
        assertThat(caller.path("/_mock/idle").statusAndBody()).isEqualTo("204 ");
        assertThat(caller.path("/_mock/idle?timeout=60001").statusAndBody()).startsWith("400 ");
    }

    @Test
    void fileAppliesFromTheStartAndAfterAReset(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("tasks.json"), """
                {"my task/1": {"outcomes": [{"error": "once", "times": 1}, {"stayQueued": true, "times": 1}]}}
                """);
        try (MockServer own = MockServer.builder().tasksFile(file).start()) {
            assertThat(result(trigger(own, "my%20task%2F1", "1"))).isEqualTo("FAILED null once");
            assertThat(result(trigger(own, "my%20task%2F1", "1"))).isEqualTo("QUEUED null null");
            assertThat(result(trigger(own, "my%20task%2F1", "1"))).isEqualTo("COMPLETED null null");
            own.reset();
            assertThat(result(trigger(own, "my%20task%2F1", "1"))).isEqualTo("FAILED null once");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                | must be a JSON object with a member for each task",
                "{                                 | Invalid JSON",
                "{\"t\":{\"outcomes\":[{\"times\":0}]}} | task \"t\": {\"error\":\"Validation error",
            })
    void invalidFilesAreRejected(String content, String message, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("tasks.json"), content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MockServer.builder().tasksFile(file).start())
                .withMessageStartingWith("Tasks file " + file + ": ")
                .withMessageContaining(message);
    }
}
