package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunHandler;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with one store, which may become unavailable. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class SharedRunsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int THREADS = 64;

    /** More rounds take longer and find more: {@code -Dmock.rounds=1000}. */
    private static final int ROUNDS = Integer.getInteger("mock.rounds", 50);

    @TempDir
    private Path directory;

    private RedisServer redis;
    private MockServer one;
    private MockServer two;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(directory);
        one = MockServer.builder().store(redis.url()).start();
        two = MockServer.builder().store(redis.url()).start();
    }

    @AfterEach
    void stop() {
        if (one != null) {
            one.close();
        }
        if (two != null) {
            two.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    private static Caller keyed(Caller caller, String key) {
        return caller.body("{\"options\":{\"idempotencyKey\":\"" + key + "\"}}");
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aKeyHasOneRunInAllServers() throws Exception {
        Caller[] callers = {Caller.of(one), Caller.of(two)};
        List<Set<String>> responses = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            responses.add(ConcurrentHashMap.newKeySet());
        }
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            calls.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    start.await();
                    responses
                            .get(round)
                            .add(keyed(callers[(thread + round) % 2], "key " + round)
                                    .statusAndBody());
                }
                return null;
            });
        }
        together(calls);
        Set<String> different = new HashSet<>();
        responses.forEach(different::addAll);
        assertThat(responses).allSatisfy(given -> assertThat(given).hasSize(1));
        assertThat(different).hasSize(ROUNDS).allMatch(statusAndBody -> statusAndBody.startsWith("200 "));
        assertThat(one.runs())
                .hasSize(ROUNDS)
                .isEqualTo(two.runs())
                .allMatch(run -> run.status() == RunStatus.COMPLETED);
    }

    @Test
    void aLimitAppliesToAllServersTogether() throws Exception {
        int limit = 2;
        int runs = 100;
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch handled = new CountDownLatch(runs);
        RunHandler handler = run -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.yield();
            working.decrementAndGet();
            handled.countDown();
            return null;
        };
        one.task("my-task").handle(handler);
        two.task("my-task").handle(handler);
        Caller[] callers = {Caller.of(one), Caller.of(two)};
        String body = "{\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":" + limit + "}}}";
        for (int i = 0; i < runs; i++) {
            assertThat(callers[i % 2].body(body).send().statusCode()).isEqualTo(200);
        }
        assertThat(handled.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        one.awaitIdle(TIMEOUT);
        two.awaitIdle(TIMEOUT);
        assertThat(most).hasValueBetween(1, limit);
        assertThat(two.runs(RunFilter.builder().status(RunStatus.COMPLETED).build()))
                .hasSize(runs);
    }

    @Test
    void aServerContinuesTheRunsOfAnother() {
        try (MockServer early = stoppedClock()) {
            Caller.of(early).body("{\"options\":{\"delay\":\"15m\"}}").send();
            assertThat(early.runs()).extracting(Run::status).containsExactly(RunStatus.DELAYED);
        }
        try (MockServer late = stoppedClock()) {
            assertThat(late.runs()).extracting(Run::status).containsExactly(RunStatus.DELAYED);
            late.clock().advance(Duration.ofMinutes(15));
            assertThat(late.runs()).extracting(Run::status).containsExactly(RunStatus.COMPLETED);
        }
    }

    @Test
    void aServerChangesTheRunsAndQueuesOfAnother() throws Exception {
        Caller control = Caller.of(two);
        Caller.of(one).body("{\"payload\":7,\"options\":{\"delay\":\"1h\"}}").send();
        String run = "/_mock/runs/" + one.runs().get(0).id();
        assertThat(control.path(run + "/reschedule")
                        .body("{\"delay\":\"2999-01-01T00:00:00Z\"}")
                        .statusAndBody())
                .startsWith("200 ");
        assertThat(one.runs()).extracting(Run::delayUntil).containsExactly(Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(control.path(run + "/cancel").body("").statusAndBody()).startsWith("200 ");
        String queue = "{\"environment\":\"dev\",\"queue\":\"task/my-task\"}";
        assertThat(control.path("/_mock/queues/pause").body(queue).statusAndBody())
                .isEqualTo("204 ");
        assertThat(control.path(run + "/replay").body("").statusAndBody()).startsWith("201 ");
        one.awaitIdle(TIMEOUT);
        assertThat(one.runs()).extracting(Run::status).containsExactly(RunStatus.CANCELED, RunStatus.QUEUED);
        assertThat(one.runs()).extracting(Run::payloadJson).containsExactly("7", "7");
        assertThat(control.path("/_mock/queues/resume").body(queue).statusAndBody())
                .isEqualTo("204 ");
        two.awaitIdle(TIMEOUT);
        assertThat(one.runs()).extracting(Run::status).containsExactly(RunStatus.CANCELED, RunStatus.COMPLETED);
    }

    private MockServer stoppedClock() {
        return MockServer.builder()
                .store(redis.url())
                .clock(MockClock.stoppedAt(NOW.plus(Duration.ofDays(36500))))
                .start();
    }

    @Test
    void errorsAreReportedWhileTheStoreIsUnavailable() throws Exception {
        String before = keyed(Caller.of(one), "k").statusAndBody();
        redis.kill();
        String away = "503 {\"error\":\"Store " + redis.url() + ": ";
        assertThat(keyed(Caller.of(one), "k").statusAndBody()).startsWith(away).doesNotContain("Exception");
        assertThat(Caller.of(two).method("GET").path("/_mock/runs").body("").statusAndBody())
                .startsWith(away);
        assertThat(Caller.of(two).method("GET").path("/health").body("").statusAndBody())
                .startsWith(away);
        assertThat(Caller.of(one).body("{\"options\":{\"delay\":1}}").send().statusCode())
                .as("what needs no store")
                .isEqualTo(400);
        redis.start();
        assertThat(keyed(Caller.of(one), "k").statusAndBody()).isEqualTo(before);
        assertThat(keyed(Caller.of(two), "k").statusAndBody()).isEqualTo(before);
        assertThat(Caller.of(two).method("GET").path("/health").body("").statusAndBody())
                .isEqualTo("200 {\"status\":\"ok\"}");
    }

    @Test
    void noRunIsLostOrDuplicatedWhenTheStoreStops() throws Exception {
        int threads = 16;
        int keys = 30;
        Caller[] callers = {Caller.of(one), Caller.of(two)};
        CountDownLatch begun = new CountDownLatch(threads * keys / 4);
        CountDownLatch failed = new CountDownLatch(threads);
        Map<String, Set<String>> ids = new ConcurrentHashMap<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            calls.add(() -> {
                int rejected = 0;
                for (int key = 0; key < keys; key++) {
                    String name = thread + " " + key;
                    Caller caller = keyed(callers[thread % 2], name);
                    HttpResponse<String> statusAndBody = caller.send();
                    for (; statusAndBody.statusCode() != 200; statusAndBody = caller.send()) {
                        assertThat(statusAndBody.statusCode()).isEqualTo(503);
                        assertThat(statusAndBody.body()).startsWith("{\"error\":\"Store " + redis.url() + ": ");
                        rejected++;
                        failed.countDown();
                    }
                    ids.computeIfAbsent(name, same -> ConcurrentHashMap.newKeySet())
                            .add(statusAndBody.body());
                    begun.countDown();
                }
                return rejected;
            });
        }
        Callable<Integer> outage = () -> {
            begun.await();
            redis.kill();
            failed.await();
            redis.start();
            return 0;
        };
        calls.add(outage);
        assertThat(together(calls).stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(threads);
        one.awaitIdle(TIMEOUT);
        assertThat(one.runs())
                .hasSize(threads * keys)
                .allMatch(run -> run.status() == RunStatus.COMPLETED)
                .allSatisfy(run ->
                        assertThat(ids.get(run.idempotencyKey())).containsExactly("{\"id\":\"" + run.id() + "\"}"));
    }

    @Test
    void outputsAreKeptWhileTheStoreIsUnavailable() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch away = new CountDownLatch(1);
        RunHandler handler = run -> {
            begun.countDown();
            away.await();
            return "done";
        };
        one.task("my-task").handle(handler);
        two.task("my-task").stayQueued();
        Caller.of(one).send();
        begun.await();
        redis.kill();
        away.countDown();
        assertThatThrownBy(one::runs)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("Store " + redis.url());
        redis.start();
        one.awaitIdle(TIMEOUT);
        assertThat(two.runs()).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.outputJson()).isEqualTo("\"done\"");
        });
    }

    @Test
    void theStartFailsIfTheStoreIsUnavailable() {
        redis.kill();
        assertThatThrownBy(() -> MockServer.builder().store(redis.url()).start())
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("Store " + redis.url());
        assertThatThrownBy(() -> MockServer.builder().store("http://localhost"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStateFileCannotBeUsedWithASharedStore() {
        assertThatThrownBy(() -> MockServer.builder()
                        .store(redis.url())
                        .stateFile(directory.resolve("state.json"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be given with a store that servers share: " + redis.url());
    }
}
