package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.redis.RedisProxy;
import io.github.triggerapi.mock.redis.RedisServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Requests while each step of the store takes as long as a test wants. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class SlowStoreTest {
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";
    private static final Duration GUARD = Duration.ofSeconds(20);

    /** No more than the threads that answer requests. */
    private static final int CALLERS = 16;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private RedisServer redis;
    private RedisProxy proxy;
    private MockServer server;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(folder);
        proxy = RedisProxy.to(redis, Duration.ZERO);
        server = MockServer.builder().store(proxy.url()).start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        if (proxy != null) {
            proxy.open();
        }
        if (server != null) {
            server.close();
        }
        if (proxy != null) {
            proxy.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    private List<Future<Integer>> trigger(String body) {
        Caller caller = Caller.of(server).body(body);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(threads.submit(() -> caller.send().statusCode()));
        }
        return calls;
    }

    private static void assertSucceeded(List<Future<Integer>> calls) throws Exception {
        for (Future<Integer> call : calls) {
            assertThat(call.get()).isEqualTo(200);
        }
    }

    @Test
    void triggersOfOneTaskDoNotWaitForOneAnother() throws Exception {
        // Redis knows the scripts from then on.
        Caller.of(server).send();
        proxy.hold();
        List<Future<Integer>> calls = trigger("{}");
        for (String step : List.of("make the run", "start it", "complete it")) {
            assertThat(proxy.awaitHeld(CALLERS, GUARD))
                    .as("all %s at the same time", step)
                    .isTrue();
            proxy.release();
        }
        proxy.open();
        assertSucceeded(calls);
        assertThat(server.runs()).hasSize(1 + CALLERS).extracting(Run::status).containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void runsThatTakeTurnsAreAllCompleted() throws Exception {
        assertSucceeded(trigger("{\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}"));
        assertCompleted(CALLERS);
    }

    @Test
    void runsAreStartedAlthoughTheStoreWasLateAfterTheyWereMade() throws Exception {
        Caller unlimited = Caller.of(server);
        Caller limited = unlimited.body("{\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}");
        // Redis knows the scripts from then on.
        unlimited.send();
        limited.send();
        proxy.hold();
        List<Caller> late = List.of(unlimited.header(REQUEST_KEY, "unlimited"), limited.header(REQUEST_KEY, "limited"));
        List<Future<Integer>> calls = new ArrayList<>();
        for (Caller caller : late) {
            calls.add(threads.submit(() -> caller.send().statusCode()));
        }
        assertThat(proxy.awaitHeld(2, GUARD)).as("both are made").isTrue();
        proxy.release();
        for (Future<Integer> call : calls) {
            assertThat(call.get()).isEqualTo(503);
        }
        proxy.open();
        // The server may have asked the store for something else meanwhile, so that one of them was not made.
        for (Caller caller : late) {
            assertThat(caller.send().statusCode()).isEqualTo(200);
        }
        // A run whose start reached the store, and whose response did not come back in time, may be EXECUTING.
        long end = System.nanoTime() + GUARD.toNanos();
        while (anyIsQueued() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(anyIsQueued()).as("of %s", server.runs()).isFalse();
        assertThat(server.runs()).hasSize(4);
    }

    private boolean anyIsQueued() {
        return server.runs().stream().anyMatch(run -> run.status() == RunStatus.QUEUED);
    }

    private void assertCompleted(int runs) {
        RunFilter completed = RunFilter.builder().status(RunStatus.COMPLETED).build();
        long end = System.nanoTime() + GUARD.toNanos();
        while (server.runs(completed).size() < runs && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.runs(completed)).hasSize(runs);
    }
}
