package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are triggered over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class RunsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static Run trigger(MockServer server, String body) {
        String statusAndBody = Caller.of(server).body(body).statusAndBody();
        String id = statusAndBody.replaceFirst("200 \\{\"id\":\"(run_\\w+)\".*", "$1");
        return server.run(id).orElseThrow(() -> new AssertionError(statusAndBody));
    }

    @Test
    void aRunHasAllValuesOfItsRequest() {
        try (MockServer server =
                MockServer.builder().clock(MockClock.stoppedAt(NOW)).start()) {
            Run run = trigger(server, """
                    {"payload": {"a": 1.50, "b": null, "c": 1}, "context": [1], "options": {
                     "queue": {"name": "q q", "concurrencyLimit": 5}, "concurrencyKey": "c", "idempotencyKey": "k",
                     "ttl": "1h42m", "delay": "15m", "tags": "t", "payloadType": "application/json"}}""");
            assertThat(run.payloadJson()).isEqualTo("{\"a\":1.50,\"b\":null,\"c\":1}");
            assertThat(run.payload(Payload.class)).isEqualTo(new Payload(1.5, 1));
            assertThat(run.contextJson()).isEqualTo("[1]");
            assertThat(run.optionsJson())
                    .contains("\"name\":\"q q\"", "\"ttl\":\"1h42m\"", "\"tags\":\"t\"", "\"payloadType\":");
            assertThat(run.environment()).isEqualTo("dev");
            assertThat(run.task()).isEqualTo("my-task");
            assertThat(run.queue()).isEqualTo("qq");
            assertThat(run.concurrencyKey()).isEqualTo("c");
            assertThat(run.idempotencyKey()).isEqualTo("k");
            assertThat(run.tags()).containsExactly("t");
            assertThat(run.ttl()).isEqualTo(Duration.ofMinutes(102));
            assertThat(run.status()).isEqualTo(RunStatus.DELAYED);
            assertThat(run.delayUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
            server.clock().advance(Duration.ofMinutes(15));
            assertThat(server.run(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
    }

    record Payload(double a, int c) {}

    @Test
    void aRunMayHaveNoValues() {
        try (MockServer server = MockServer.builder().start()) {
            Run run = trigger(server, "{}");
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.payloadJson()).isNull();
            assertThat(run.payload(Payload.class)).isNull();
            assertThat(run.optionsJson()).isNull();
            assertThat(run.tags()).isEmpty();
            assertThat(trigger(server, "{\"payload\":null}").payload(Payload.class))
                    .isNull();
            assertThat(server.run("run_0")).isEmpty();
        }
    }

    @Test
    void handlersExecuteRuns() throws Exception {
        try (MockServer server =
                MockServer.builder().tasks("my-task", "other").handlerThreads(2).start()) {
            server.task("my-task").handle(run -> Map.of("for", run.task()));
            Run run = trigger(server, "{}");
            server.awaitIdle(TIMEOUT);
            assertThat(server.run(run.id()).orElseThrow().outputJson()).isEqualTo("{\"for\":\"my-task\"}");
            assertThat(server.tasks()).containsExactlyInAnyOrder("my-task", "other");
            assertThatThrownBy(() -> server.task("nowhere"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void rulesOfTheServiceShowWhetherARunExisted() {
        String keyed = "{\"options\":{\"idempotencyKey\":\"k\"}}";
        try (MockServer server =
                MockServer.builder().rules(RequestRules.SERVICE).start()) {
            Caller caller = Caller.of(server).body(keyed);
            assertThat(caller.statusAndBody()).endsWith("\",\"isCached\":false}");
            assertThat(caller.statusAndBody()).endsWith("\",\"isCached\":true}");
        }
        try (MockServer server = MockServer.builder().start()) {
            assertThat(Caller.of(server).body(keyed).statusAndBody()).doesNotContain("isCached");
        }
    }

    @Test
    void runsStayQueuedOrTakeTime() {
        MockClock clock = MockClock.stoppedAt(NOW);
        try (MockServer server = MockServer.builder()
                .clock(clock)
                .rules(RequestRules.SERVICE)
                .stayQueued()
                .start()) {
            Run run = trigger(server, "{\"options\":{\"ttl\":0}}");
            assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
            server.task("my-task").completeAfter(Duration.ofSeconds(5));
            clock.advance(Duration.ofSeconds(5));
            RunFilter completed =
                    RunFilter.builder().status(RunStatus.COMPLETED).build();
            assertThat(server.runs(completed)).extracting(Run::id).containsExactly(run.id());
            server.task("my-task").stayQueued();
            assertThat(trigger(server, "{}").status()).isEqualTo(RunStatus.QUEUED);
            clock.advance(Duration.ofMinutes(10));
            assertThat(server.runs()).extracting(Run::status).containsExactly(RunStatus.COMPLETED, RunStatus.EXPIRED);
            server.reset();
            assertThat(server.runs()).isEmpty();
        }
        try (MockServer server =
                MockServer.builder().completeAfter(Duration.ofHours(1)).start()) {
            assertThat(trigger(server, "{}").status()).isEqualTo(RunStatus.EXECUTING);
        }
    }

    @Test
    void serversCanShareAStore() {
        MemoryRunStore store = new MemoryRunStore(100_000);
        String keyed = "{\"options\":{\"idempotencyKey\":\"k\"}}";
        try (MockServer one = MockServer.builder().store(store).start();
                MockServer two = MockServer.builder().store(store).start()) {
            assertThat(trigger(two, keyed)).isEqualTo(trigger(one, keyed));
        }
    }

    @Test
    void rejectsRunsBeyondTheMaximum() {
        try (MockServer server = MockServer.builder().maxRuns(2).stayQueued().start()) {
            trigger(server, "{}");
            trigger(server, "{}");
            assertThat(Caller.of(server).statusAndBody())
                    .isEqualTo(
                            "503 {\"error\":\"There are 2 runs, which is the maximum, and none of them is finished\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"delay\":\"1 h\" | must be a duration such as 1h42m or a date-time such as 2025-01-01T00:00:00Z, not 'Q1 hQ'"
                        + " at 'Qoptions.delayQ'",
                "\"delay\":\"2026-11-23T00:00:00Z\" | must be a time not before 2026-11-24T00:00:00Z, not"
                        + " 'Q2026-11-23T00:00:00ZQ' at 'Qoptions.delayQ'",
                "\"ttl\":\"90\" | must be a duration such as 1h42m, not 'Q90Q' at 'Qoptions.ttlQ'",
                "\"ttl\":1.5 | must be a whole number of seconds, not 'Q1.5Q' at 'Qoptions.ttlQ'"
            })
    void invalidTimesAreRejectedOrIgnored(String option, String expected) {
        String body = "{\"options\":{" + option + "}}";
        MockClock clock = MockClock.stoppedAt(NOW);
        try (MockServer server = MockServer.builder().clock(clock).start()) {
            String text = expected.replace("'Q", "\\\"").replace("Q'", "\\\"");
            assertThat(Caller.of(server).body(body).statusAndBody())
                    .isEqualTo("400 {\"error\":\"Validation error: " + text + "\"}");
            assertThat(server.runs()).isEmpty();
        }
        for (RequestRules rules : List.of(RequestRules.SCHEMAS, RequestRules.SERVICE)) {
            try (MockServer server =
                    MockServer.builder().clock(clock).rules(rules).start()) {
                Run run = trigger(server, body);
                assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
                assertThat(run.delayUntil()).isNull();
                assertThat(run.ttl()).isEqualTo(Duration.ofMinutes(10));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ttl\":0 | 200 | 400 | 200",
                "\"ttl\":1 | 200 | 200 | 200",
                "\"tags\":[1,2,3,4,5] | 200 | 200 | 200",
                "\"tags\":[1,2,3,4,5,6] | 200 | 400 | 200",
                "\"tags\":[1,2,3,4,5,6,7,8,9,10,11] | 200 | 400 | 422",
                "\"tags\":\"TEN*6\" | 200 | 200 | 200",
                "\"tags\":\"TEN*7\" | 200 | 400 | 200",
                "\"tags\":[\"TEN*13\"] | 200 | 400 | 422"
            })
    void requestsAreCheckedAgainstTheConfiguredRules(String option, int schemas, int document, int service) {
        String texts = option.replaceAll("(?<=[\\[,])(\\d+)", "\"$1\"");
        for (int tens : new int[] {6, 7, 13}) {
            texts = texts.replace("TEN*" + tens, "0123456789".repeat(tens));
        }
        String body = "{\"options\":{" + texts + "}}";
        List<String> statuses = Stream.of(RequestRules.SCHEMAS, RequestRules.DOCUMENT, RequestRules.SERVICE)
                .map(rules -> {
                    try (MockServer server = MockServer.builder().rules(rules).start()) {
                        return Caller.of(server).body(body).statusAndBody();
                    }
                })
                .toList();
        assertThat(statuses)
                .extracting(statusAndBody -> Integer.parseInt(statusAndBody.substring(0, 3)))
                .containsExactly(schemas, document, service);
        assertThat(statuses.subList(1, 3))
                .allMatch(statusAndBody -> statusAndBody.startsWith("200") || statusAndBody.contains("options.t"));
    }

    @Test
    void aRepeatedRequestIsAcceptedAfterItsDelay() {
        String body = "{\"options\":{\"idempotencyKey\":\"k\",\"delay\":\"2026-11-24T00:00:05Z\"}}";
        MockClock clock = MockClock.stoppedAt(NOW);
        try (MockServer server = MockServer.builder().clock(clock).start()) {
            Run run = trigger(server, body);
            clock.advance(Duration.ofSeconds(10));
            assertThat(trigger(server, body).id()).isEqualTo(run.id());
            assertThat(Caller.of(server)
                            .header("Authorization", "Bearer tr_prod_1")
                            .body(body)
                            .statusAndBody())
                    .startsWith("400 ");
            clock.advance(Duration.ofDays(30));
            assertThat(Caller.of(server).body(body).statusAndBody()).startsWith("400 ");
        }
    }

    @Test
    void onlyConfiguredKeysAreAccepted() {
        try (MockServer server =
                MockServer.builder().keys("tr_dev_1", "tr_prod_2").start()) {
            Caller caller = Caller.of(server);
            assertThat(caller.statusAndBody()).startsWith("200 ");
            assertThat(caller.header("Authorization", "Bearer tr_prod_2").statusAndBody())
                    .startsWith("200 ");
            assertThat(caller.header("Authorization", "Bearer tr_prod_1").statusAndBody())
                    .isEqualTo("401 {\"error\":\"Invalid API key\"}");
            assertThat(caller.header("Authorization", "Bearer pk_dev_1").statusAndBody())
                    .isEqualTo("401 {\"error\":\"Invalid or Missing API key\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tr_dev_", "tr_", "pk_1", "two words"})
    void malformedKeysCannotBeConfigured(String key) {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.keys(List.of("tr_dev_1", key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a key must have a form such as tr_dev_1234");
    }

    @Test
    void invalidSettingsAreRejected() {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.maxRuns(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.handlerThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.completeAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
