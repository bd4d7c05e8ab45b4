package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

/** Runs in Redis that another program wrote. The tests wait for processes that start. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Execution(ExecutionMode.CONCURRENT)
class UnreadableRunsTest {
    private static final String RUNS = "{trigger-mock}:runs";
    private static final String FACTS = "{trigger-mock}:facts";
    private static final String DUE = "{trigger-mock}:due";
    private static final String LINES = "{trigger-mock}:lines";
    private static final String LIMITS = "{trigger-mock}:limits";
    private static final String REQUESTS = "{trigger-mock}:requests";
    private static final String REQUEST_TIMES = "{trigger-mock}:requestTimes";
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir
    private Path directory;

    /** What is logged about the Redis of this test; the stores of other tests have the same logger. */
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String message = new SimpleFormatter().formatMessage(line);
            if (message.contains(redis.url())) {
                lines.add(message);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private RedisServer redis;
    private RedisClient client;
    private MockServer server;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(directory);
        client = RedisClient.create(redis.url());
        server = MockServer.builder()
                .store(redis.url())
                .clock(MockClock.stoppedAt(Instant.parse("2026-11-24T00:00:00Z")))
                .start();
        caller = Caller.of(server);
        Logger.getLogger(RedisRunStore.class.getName()).addHandler(handler);
    }

    @AfterEach
    void stop() {
        Logger.getLogger(RedisRunStore.class.getName()).removeHandler(handler);
        if (server != null) {
            server.close();
        }
        if (client != null) {
            client.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    /** Triggers a run and returns its id. */
    private String trigger(String options) {
        String statusAndBody =
                caller.body("{\"payload\":1,\"options\":{" + options + "}}").statusAndBody();
        assertThat(statusAndBody).startsWith("200 {\"id\":\"run_");
        return statusAndBody.substring(statusAndBody.indexOf("run_"), statusAndBody.indexOf("run_") + 25);
    }

    private String get(String path) {
        return caller.method("GET").path(path).body("").statusAndBody();
    }

    private void damage(String id) {
        client.hset(RUNS, id, "garbage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "1 ",
                "1 null",
                "1 {}",
                "1 [",
                "x {}",
                "1 {\"id\":\"ID\"}",
                "1 {\"id\":\"ID\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"NEW\",\"tags\":[],\"queue\":\"q\","
                        + "\"createdAt\":\"2026-11-24T00:00:00Z\"}",
                "1 {\"id\":\"ID\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"QUEUED\",\"tags\":null,\"queue\":\"q\","
                        + "\"createdAt\":\"2026-11-24T00:00:00Z\"}",
                "1 {\"id\":\"ID\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"QUEUED\",\"tags\":[],\"queue\":\"q\","
                        + "\"createdAt\":\"noon\"}",
                "1 {\"id\":\"another\",\"task\":\"t\",\"environment\":\"dev\",\"status\":\"QUEUED\",\"tags\":[],"
                        + "\"queue\":\"q\",\"createdAt\":\"2026-11-24T00:00:00Z\"}"
            })
    void unreadableRunsAreIgnoredAndLoggedOnce(String text) {
        String before = trigger("");
        String damaged = trigger("");
        String after = trigger("");
        client.hset(RUNS, damaged, text.replace("ID", damaged));
        for (int i = 0; i < 2; i++) {
            assertThat(get("/_mock/runs"))
                    .startsWith("200 ")
                    .contains(before, after)
                    .doesNotContain(damaged);
            assertThat(get("/_mock/runs/" + damaged)).startsWith("404 ");
            assertThat(get("/_mock/queues")).startsWith("200 ");
            assertThat(get("/_mock/state")).startsWith("200 ").contains(before, after);
        }
        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("Run \"" + damaged + "\" in " + redis.url() + " cannot be read and is ignored");
    }

    @Test
    void missingRunsAreIgnored() {
        String kept = trigger("");
        client.hdel(RUNS, trigger("\"delay\":\"15m\""));
        server.clock().advance(QUARTER);
        assertThat(get("/_mock/runs")).startsWith("200 ").contains(kept);
        assertThat(get("/_mock/state")).startsWith("200 ");
        assertThat(lines).isEmpty();
    }

    @Test
    void laterDueRunsAreNotBlocked() {
        damage(trigger("\"delay\":\"15m\""));
        String next = trigger("\"delay\":\"15m\"");
        server.clock().advance(QUARTER);
        server.clock().advance(QUARTER);
        assertThat(server.runs())
                .extracting(Run::id, Run::status)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(next, RunStatus.COMPLETED));
        assertThat(lines).hasSize(1);
    }

    @Test
    void queuesAreNotBlocked() {
        server.task("my-task").stayQueued();
        String first = trigger("");
        String second = trigger("");
        damage(first);
        // Its version differs from that of the facts, so it could never be replaced.
        String third = trigger("");
        client.hset(RUNS, third, client.hget(RUNS, third).replaceFirst("\"version\":\\d+", "\"version\":7"));
        server.task("my-task").completeAfter(Duration.ZERO);
        assertThat(server.run(second)).get().extracting(Run::status).isEqualTo(RunStatus.COMPLETED);
        assertThat(lines).hasSize(2);
    }

    @Test
    void keysOfUnreadableRunsAreFree() {
        String key = "\"idempotencyKey\":\"k\"";
        String damaged = trigger(key);
        damage(damaged);
        String fresh = trigger(key);
        assertThat(fresh).isNotEqualTo(damaged);
        assertThat(trigger(key)).isEqualTo(fresh);

        Caller repeating = caller.header("x-trigger-request-idempotency-key", "r");
        String statusAndBody = repeating.statusAndBody();
        client.hgetAll(RUNS).forEach((id, text) -> {
            if (statusAndBody.contains(id)) {
                damage(id);
            }
        });
        String other = repeating.statusAndBody();
        assertThat(other).startsWith("200 ").isNotEqualTo(statusAndBody);
        assertThat(repeating.statusAndBody()).isEqualTo(other);
        assertThat(lines).hasSize(2);
    }

    @Test
    void unreadableFactsDoNotBlockOtherRuns() {
        String key = "\"idempotencyKey\":\"k\",\"delay\":\"15m\"";
        String damaged = trigger(key);
        client.hset(FACTS, damaged, "garbage");
        assertThat(trigger(key)).isNotEqualTo(damaged);
        server.clock().advance(QUARTER);
        assertThat(server.runs()).hasSize(2).extracting(Run::status).contains(RunStatus.COMPLETED);
    }

    @Test
    void serversStartWithUnreadableRuns() {
        damage(trigger("\"delay\":\"15m\""));
        client.publish("{trigger-mock}:changes:0", "garbage");
        client.publish("{trigger-mock}:changes:0", "some store garbage");
        try (MockServer another = MockServer.builder().store(redis.url()).start()) {
            Map<String, String> kept = client.hgetAll(RUNS);
            assertThat(another.runs()).isEmpty();
            assertThat(kept).hasSize(1);
        }
    }

    /** Neither runs whose ids are not strings nor later due runs are affected. */
    @Test
    void idsThatAreNotUtf8DoNotBlockOtherRuns() {
        String due = trigger("\"delay\":\"15m\"");
        for (String id : List.of("ff", "c3", "c080", "eda080", "f4908080", "e282c2a9")) {
            byte[] bytes = HexFormat.of().parseHex(id);
            client.hset(bytes(RUNS), bytes, bytes("x"));
            client.hset(bytes(FACTS), bytes, bytes(facts("DELAYED", ",\"d\":\"0\"")));
            ByteBuffer entry = ByteBuffer.allocate(17 + bytes.length);
            client.zadd(
                    bytes(DUE),
                    0,
                    entry.put(bytes("0000000000000001 ")).put(bytes).array());
        }
        server.clock().advance(QUARTER);
        assertThat(server.run(due)).get().extracting(Run::status).isEqualTo(RunStatus.COMPLETED);
        try (MockServer another = MockServer.builder().store(redis.url()).start()) {
            assertThat(another.runs()).hasSize(1);
        }
    }

    @Test
    void nonAsciiIdsAreSkipped() {
        String due = trigger("\"delay\":\"15m\"");
        String id = "r\u00fcn_\u20ac\ud83d\ude00";
        client.hset(RUNS, id, "x");
        client.hset(FACTS, id, facts("DELAYED", ",\"d\":\"0\""));
        client.zadd(DUE, 0, "0000000000000001 " + id);
        server.clock().advance(QUARTER);
        assertThat(server.run(due)).get().extracting(Run::status).isEqualTo(RunStatus.COMPLETED);
        assertThat(lines).singleElement().asString().contains("cannot be read");
    }

    /** Entries of another program for runs that are finished. */
    @Test
    void unreadableRunsAreNotStartedAgain() {
        String finished = trigger("");
        client.zadd(DUE, 0, "0000000000000001 " + finished);
        client.zadd(DUE, Double.POSITIVE_INFINITY, "0000000000000002 " + finished);
        client.zadd(LINES, 0, "[\"dev\",\"task/my-task\"]\n\"my-task\"\n0\n" + finished);
        String another = trigger("");
        server.clock().advance(QUARTER);
        assertThat(server.runs())
                .extracting(Run::id, Run::status, Run::version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(finished, RunStatus.COMPLETED, 2L),
                        org.assertj.core.groups.Tuple.tuple(another, RunStatus.COMPLETED, 2L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "null",
                "{}",
                "{\"v\":\"2\",\"n\":\"0000000000000001\",\"s\":\"EXECUTING\"}",
                "{\"v\":\"2\",\"n\":\"0000000000000001\",\"s\":\"COMPLETED\",\"q\":\"q\",\"w\":\"q\",\"t\":\"t\",\"l\":null}",
                "{\"v\":\"2\",\"n\":\"one\",\"s\":\"COMPLETED\",\"q\":\"q\",\"w\":\"q\",\"t\":\"t\",\"k\":[]}",
                "{\"v\":\"2\",\"s\":\"COMPLETED\",\"q\":\"q\",\"w\":\"q\",\"t\":\"t\",\"d\":\"1\"}"
            })
    void runsWithUnreadableFactsCanBeRemoved(String facts) {
        try (MockServer full =
                MockServer.builder().store(redis.url()).maxRuns(1).start()) {
            String first = Caller.of(full).statusAndBody();
            assertThat(first).startsWith("200 ");
            client.hset(FACTS, full.runs().get(0).id(), facts);
            assertThat(Caller.of(full).statusAndBody()).startsWith("200 ").isNotEqualTo(first);
            assertThat(full.runs()).hasSize(1);
        }
    }

    /** Entries of the other lists of a store. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "notaqueue",
                "",
                "null",
                "[]",
                "[\"dev\"]",
                "[\"dev\",null]",
                "{\"a\":1}",
                "[\"a\",\"b\",\"c\",\"d\"]"
            })
    void invalidEntriesDoNotBlockServers(String entry) {
        String run = trigger("\"queue\":{\"concurrencyLimit\":3}");
        client.zadd(LINES, 0, entry);
        client.zadd(LINES, 0, entry + "\n\"my-task\"\n1\n" + run);
        client.hset(LIMITS, entry, "1");
        client.hset(LIMITS, "[\"dev\",\"task/my-task\"]", "many");
        client.zadd(REQUEST_TIMES, 9e15, entry);
        client.hset(REQUESTS, entry, run);
        client.zadd(REQUEST_TIMES, 9e15, "[\"dev\",\"my-task\",\"absent\"]");
        client.zadd(REQUEST_TIMES, Double.POSITIVE_INFINITY, "[\"dev\",\"my-task\",\"k\"]");
        client.hset(REQUESTS, "[\"dev\",\"my-task\",\"k\"]", run);
        try (MockServer another = MockServer.builder().store(redis.url()).start()) {
            assertThat(another.runs()).hasSize(1);
            assertThat(Caller.of(another).statusAndBody()).startsWith("200 ");
        }
        assertThat(get("/_mock/state")).startsWith("200 ").contains(run, "\"limits\":[]", "\"requestKeys\":[]");
        assertThat(get("/_mock/queues")).startsWith("200 ");
        assertThat(get("/_mock/state")).startsWith("200 ");
        assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("Entry "));
    }

    private static String facts(String status, String more) {
        return "{\"v\":\"1\",\"n\":\"0000000000000001\",\"s\":\"" + status + "\",\"q\":\"[]\",\"w\":\"[]\",\"t\":\"[]\""
                + more + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
