package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A state file keeps the data of a server. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class StateFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String KEYED = "{\"payload\":1.50,\"options\":{\"idempotencyKey\":\"k\",\"ttl\":\"1h\","
            + "\"queue\":{\"concurrencyLimit\":0}}}";

    @TempDir
    Path directory;

    private MockServerBuilder builder(Duration later) {
        return MockServer.builder()
                .clock(MockClock.stoppedAt(NOW.plus(later)))
                .stateFile(directory.resolve("state.json"));
    }

    @Test
    void theStateIsWrittenAtTheEndAndReadAtTheStart() throws IOException {
        List<Run> runs;
        try (MockServer server = builder(Duration.ZERO).start()) {
            Caller.of(server).body(KEYED).send();
            Caller.of(server).path("/api/v1/tasks/other/trigger").send();
            runs = server.runs();
            assertThat(runs).extracting(Run::status).containsExactly(RunStatus.QUEUED, RunStatus.COMPLETED);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("state.json"));
        }
        try (MockServer server = builder(Duration.ofMinutes(59)).start()) {
            assertThat(server.runs()).isEqualTo(runs);
            assertThat(server.runs().get(0).payloadJson()).isEqualTo("1.50");
            assertThat(Caller.of(server).body(KEYED).statusAndBody())
                    .contains(runs.get(0).id());
            Caller.of(server).send();
            assertThat(server.runs().get(2).status()).isEqualTo(RunStatus.QUEUED);
            assertThat(server.runs().get(2).number()).isEqualTo(3);
            server.clock().advance(Duration.ofMinutes(1));
            assertThat(server.runs().get(0).status()).isEqualTo(RunStatus.EXPIRED);
        }
        try (MockServer server = builder(Duration.ofDays(1)).start()) {
            assertThat(server.runs())
                    .extracting(Run::status)
                    .containsExactly(RunStatus.EXPIRED, RunStatus.COMPLETED, RunStatus.EXPIRED);
        }
    }

    @Test
    void theStateHasAllThatRunsAndQueuesHave() {
        RunStore first = MockServer.newMemoryStore(10);
        RunStore second = MockServer.newMemoryStore(10);
        Run run = first.trigger(new RunRequest("my-task", "prod")
                        .metadata(List.of(1))
                        .idempotencyKey("k")
                        .givenIdempotencyKey("given")
                        .batchId("batch_1")
                        .test(true)
                        .toNewRun("run_1", NOW))
                .run();
        Run changed = run.toBuilder()
                .status(RunStatus.EXECUTING)
                .initialMetadataJson("{}")
                .parentRunId("run_2")
                .rootRunId("run_3")
                .depth(2)
                .attemptCount(1)
                .error("e")
                .errorName("Name")
                .stackTrace("at")
                .finalStatus(RunStatus.CRASHED)
                .updatedAt(NOW.plusSeconds(1))
                .build();
        assertThat(first.replace(run, changed)).isTrue();
        first.addBatch(new Batch("batch_1", "prod", NOW, List.of("run_1"), true, "k", NOW.plusSeconds(2)));
        first.pause(QueueKey.of("prod", "q"), true);
        try (MockServer one = MockServer.builder().store(first).start();
                MockServer two = MockServer.builder().store(second).start()) {
            Caller from = Caller.of(one).method("GET").path("/_mock/state").body("");
            Caller to = Caller.of(two).method("PUT").path("/_mock/state");
            assertThat(to.body(from.send().body()).statusAndBody()).isEqualTo("204 ");
        }
        assertThat(second.find("run_1").orElseThrow().toJson()).isEqualTo(changed.toJson());
        assertThat(second.state().batches()).isEqualTo(first.state().batches());
        assertThat(second.state().paused()).containsExactly(QueueKey.of("prod", "q"));
    }

    @Test
    void theStateIsSavedOnRequest() throws IOException {
        try (MockServer server = builder(Duration.ZERO).start()) {
            Caller caller = Caller.of(server);
            caller.send();
            assertThat(directory.resolve("state.json")).doesNotExist();
            assertThat(caller.path("/_mock/state/save").body("").statusAndBody())
                    .isEqualTo("204 ");
            assertThat(directory.resolve("state.json"))
                    .content()
                    .contains(server.runs().get(0).id());
            assertThat(caller.method("GET").path("/_mock/info").body("").statusAndBody())
                    .contains("\"stateFile\":\"" + directory.resolve("state.json") + "\"");
        }
        try (MockServer server = MockServer.builder().start()) {
            assertThat(Caller.of(server).path("/_mock/state/save").body("").statusAndBody())
                    .isEqualTo("409 {\"error\":\"The server was started without a state file to save to\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | The state is empty; expected the response of GET /_mock/state. Use another file, or move",
                "`  ` | The state is empty; expected",
                "\"x\" | Validation error: must be an object at the top level; expected",
                "name: x | Invalid JSON at line 1, column ",
                "{\"name\":\"x\"} | Validation error: is required at \"format\"",
                "{\"format\":1, | Invalid JSON at line 1, column",
                "[] | Validation error: must be an object at the top level",
                "{\"format\":2} | at",
                "{\"format\":1,\"time\":\"noon\",\"runs\":[],\"limits\":[],\"requestKeys\":[]} | Validation error: must be a"
                        + " date-time as in RFC 3339 at \"time\"",
                "{\"format\":1,\"time\":\"2026-11-24T00:00:00Z\",\"runs\":[{}],\"limits\":[],\"requestKeys\":[]} | is required"
                        + " at \"runs[0].id\""
            })
    void anInvalidFilePreventsTheStart(String content, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("state.json"), content);
        assertThatThrownBy(builder(Duration.ZERO)::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("State file " + file + ": ")
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
        assertThat(file).content().isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"r1\" | \"id\":\"r2\" | must be unique among the runs at \"runs[1].id\"",
                "\"number\":1 | \"number\":2 | must be unique among the runs at \"runs[1].number\"",
                "\"number\":1 | \"number\":9223372036854775807 | must be at most 9007199254740991 at \"runs[0].number\"",
                "\"number\":1 | \"number\":1e400 | at \"runs[0].number\"",
                "\"version\":0 | \"version\":\"0\" | must be an integer at \"runs[0].version\"",
                "\"version\":0 | \"version\":-1 | must be at least 0 at \"runs[0].version\"",
                "\"tags\":[] | \"tags\":[[{}]] | must be a string at \"runs[0].tags[0]\"",
                "QUEUED | LOST | at \"runs[0].status\"",
                "T00:00:00Z | T23:59:60Z | must be a valid date-time at \"runs[0]\"",
                "\"createdAt\":\"2026-11-24T00:00:00Z\" | \"createdAt\":\"0000-01-01T00:00:00+18:00\""
                        + " | must not have a time before 0000-01-01T00:00:00Z at \"runs[0]\"",
                "\"id\":\"r1\" | \"id\":\"\\ud800\" | must not have a lone surrogate at \"runs[0].id\"",
                "\"environment\":\"dev\" | \"id\":\"r3\",\"environment\":\"dev\" | Invalid JSON: duplicate member at line 1",
                "\"payload\":1 | \"payload\":1e9999 | Invalid JSON: too large",
                "\"payload\":1 | \"payload\":[1e99999999999999] | Invalid JSON: too large",
                "{\"format\":1, | {\"format\":1,\"x\":1e99999999999999, | Invalid JSON: too large",
                "\"number\":1 | \"number\":-1e-99999999999999 | Invalid JSON: too large",
                "\"payload\":1 | \"payload\":{\"a\":1,\"a\":2} | Invalid JSON: duplicate member at line 1",
                "]} | ] | Invalid JSON at line 1",
                "]} | ]} x | Invalid JSON at line 1",
                "]} | ]} {} | Invalid JSON: unexpected content after the state",
                "\"limits\":[] | \"limits\":1 | must be an array at \"limits\"",
                "\"limits\":[] | \"limits\":[1] | must be an object at \"limits[0]\"",
                "\"limits\":[] | \"limits\":[LIMIT,LIMIT] | must be unique among the limits at \"limits[1].queue\"",
                "\"requestKeys\":[] | \"requestKeys\":[KEY,KEY] | must be unique among the request keys at \"requestKeys[1].key\"",
                "\"requestKeys\":[] | \"requestKeys\":[{\"environment\":\"dev\",\"task\":\"t\",\"key\":\"k\",\"run\":\"\\udc00\","
                        + "\"expiresAt\":\"2026-11-25T00:00:00Z\"}] | lone surrogate at \"requestKeys[0].run\""
            })
    void errorMessagesHaveOneLine(String was, String is, String message) throws IOException {
        String run = "{\"id\":\"%s\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"QUEUED\",\"number\":%d,"
                + "\"version\":0,\"tags\":[],\"queue\":\"q\",\"createdAt\":\"2026-11-24T00:00:00Z\",\"payload\":1}";
        String good =
                "{\"format\":1,\"time\":\"2026-11-24T00:00:01Z\",\"runs\":[%s,%s],\"limits\":[],\"requestKeys\":[]}"
                        .formatted(run.formatted("r1", 1), run.formatted("r2", 2));
        String bad = good.replace(was, is)
                .replace("LIMIT", "{\"environment\":\"dev\",\"queue\":\"q\",\"limit\":1}")
                .replace(
                        "KEY",
                        "{\"environment\":\"dev\",\"task\":\"t\",\"key\":\"k\",\"run\":\"r1\","
                                + "\"expiresAt\":\"2026-11-25T00:00:00Z\"}");
        Path file = Files.writeString(directory.resolve("state.json"), bad);
        assertThatThrownBy(builder(Duration.ZERO)::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
        Files.writeString(file, good);
        try (MockServer server = builder(Duration.ZERO).stayQueued().start()) {
            assertThat(Caller.of(server)
                            .method("PUT")
                            .path("/_mock/state")
                            .body(bad)
                            .statusAndBody())
                    .startsWith("400 {\"error\":")
                    .contains(message.replace("\"", "\\\""));
            assertThat(server.runs()).hasSize(2);
        }
    }

    @Test
    void deeplyNestedAndUnpairedSurrogateContentIsRead() throws IOException {
        Path file = directory.resolve("state.json");
        Files.writeString(file, "[".repeat(100_000));
        assertThatThrownBy(builder(Duration.ZERO)::start).hasMessageContaining("Invalid JSON: too large");
        Files.write(file, new byte[] {'{', '"', (byte) 0xff, '"'});
        assertThatThrownBy(builder(Duration.ZERO)::start).hasMessageContaining("Invalid JSON: not valid UTF-8");
    }

    @Test
    void everyValueOfARequestIsRestored() {
        String deep = "[".repeat(499) + "1.50" + "]".repeat(499);
        String body = "{\"payload\":%s}".formatted(deep);
        try (MockServer server = builder(Duration.ZERO).start()) {
            assertThat(Caller.of(server).body(body).statusAndBody()).startsWith("200 ");
            assertThat(Caller.of(server)
                            .body("{\"payload\":\"\ud83d\ude00 \\ud83d\"}")
                            .statusAndBody())
                    .startsWith("200 ");
        }
        try (MockServer server = builder(Duration.ZERO).start()) {
            assertThat(server.runs().get(0).payloadJson()).isEqualTo(deep);
            assertThat(server.runs().get(1).payloadJson()).startsWith("\"\ud83d\ude00 ");
        }
    }

    @Test
    void noRunFollowsTheGreatestNumber() throws IOException {
        try (MockServer server = builder(Duration.ZERO).start()) {
            Caller.of(server).send();
        }
        Path file = directory.resolve("state.json");
        Files.writeString(file, Files.readString(file).replace("\"number\":1,", "\"number\":9007199254740991,"));
        try (MockServer server = builder(Duration.ZERO).start()) {
            assertThat(Caller.of(server).statusAndBody())
                    .startsWith("503 ")
                    .contains("which is the maximum: reset the server");
        }
        try (MockServer server = builder(Duration.ZERO).start()) {
            assertThat(server.runs()).hasSize(1);
            server.reset();
            assertThat(Caller.of(server).statusAndBody()).startsWith("200 ");
        }
    }

    @Test
    void temporaryFilesOfAKilledServerAreDeleted() throws IOException {
        Path leftover = Files.writeString(directory.resolve("state.json.123.tmp"), "{");
        Path other = Files.writeString(directory.resolve("state.json.old.tmp"), "{");
        builder(Duration.ZERO).start().close();
        assertThat(leftover).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aFailedSaveKeepsTheFile() throws IOException {
        MockServer server = builder(Duration.ZERO).start();
        Path there = directory.resolve("state.json/there");
        Files.createDirectories(there);
        assertThatThrownBy(server::close).hasMessageContaining("state.json: cannot be written: ");
        assertThat(there).exists();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("state.json"));
        }
    }

    @Test
    void anUnusableFilePreventsTheStart() throws IOException {
        MockServerBuilder nowhere = MockServer.builder().stateFile(directory.resolve("none/state.json"));
        assertThatThrownBy(nowhere::start).hasMessageEndingWith("must be in an existing directory");
        Files.createDirectory(directory.resolve("state.json"));
        assertThatThrownBy(builder(Duration.ZERO)::start).hasMessageContaining("state.json: cannot be read: ");
    }

    @Test
    void aFailedSaveIsReported() throws IOException {
        Path inside = Files.createDirectory(directory.resolve("inside"));
        MockServer server =
                MockServer.builder().stateFile(inside.resolve("state.json")).start();
        Files.delete(inside);
        assertThat(Caller.of(server).path("/_mock/state/save").body("").statusAndBody())
                .startsWith("500 ")
                .contains("cannot be written");
        assertThatThrownBy(server::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("state.json: cannot be written: ");
        server.close();
    }

    @Test
    void aFailedStartKeepsTheFile() throws IOException {
        Path file = directory.resolve("state.json");
        try (MockServer other = MockServer.builder().start()) {
            assertThatThrownBy(builder(Duration.ZERO).port(other.port())::start)
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(file).doesNotExist();
    }
}
