package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.redis.RedisProxy;
import io.github.triggerapi.mock.redis.RedisServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The first call after the connections to Redis were closed, and calls whose connection breaks before the reply. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class ClosedConnectionsTest {
    private static final Duration GUARD = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private RedisServer redis;
    private RedisProxy proxy;
    private MockServer server;
    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(folder);
        proxy = RedisProxy.to(redis, Duration.ZERO);
        server = MockServer.builder()
                .store(proxy.url())
                .clock(MockClock.stoppedAt(Instant.parse("2026-11-24T00:00:00Z")))
                .start();
        caller = Caller.of(server);
    }

    @AfterEach
    void stop() {
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

    @Test
    void doNotFailTheFirstCall() {
        redis.closeConnections();
        assertThat(caller.answer()).as("a trigger").startsWith("200 ");
        redis.closeConnections();
        assertThat(caller.method("GET").path("/_mock/runs").body("").answer())
                .as("a list")
                .startsWith("200 ");
        caller.body("{\"options\":{\"delay\":\"15m\"}}").send();
        redis.closeConnections();
        server.clock().advance(Duration.ofMinutes(15));
        assertThat(server.runs()).as("what time does").extracting(Run::status).containsOnly(RunStatus.COMPLETED);
        redis.closeConnections();
        server.reset();
        assertThat(server.runs()).as("after a reset").isEmpty();
    }

    @Test
    void ofAServerThatWasRestartedDoNotFailTheFirstCall() throws Exception {
        assertThat(caller.answer()).startsWith("200 ");
        redis.kill();
        redis.start();
        assertThat(caller.answer()).startsWith("200 ");
        assertThat(server.runs()).hasSize(2);
    }

    @Test
    void makeNothingHappenTwice() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        server.task("my-task").handle(run -> handled.add(run.id()));
        // The scripts of a trigger, of its handler, and more than there are.
        for (int script = 1; script <= 10; script++) {
            proxy.loseReply(script);
            assertThat(caller.answer())
                    .as("without the reply to script %d", script)
                    .startsWith("200 ");
            server.awaitIdle(GUARD);
        }
        assertThat(server.runs())
                .hasSize(10)
                .allMatch(run -> run.status() == RunStatus.COMPLETED)
                .extracting(Run::id)
                .containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    void leaveOneRunForAKey() {
        Caller keyed = caller.body("{\"options\":{\"idempotencyKey\":\"k\"}}");
        proxy.loseReply(1);
        String answer = keyed.answer();
        proxy.loseReply(1);
        assertThat(keyed.answer()).isEqualTo(answer).startsWith("200 ");
        assertThat(server.runs()).hasSize(1);
    }

    @Test
    void leaveOneReset() {
        caller.send();
        proxy.loseReply(1);
        server.reset();
        assertThat(server.runs()).isEmpty();
        assertThat(caller.answer()).startsWith("200 ");
    }
}
