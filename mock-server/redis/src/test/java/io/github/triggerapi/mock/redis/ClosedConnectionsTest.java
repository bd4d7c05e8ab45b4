package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls after the connections to Redis were closed, and calls whose connection is closed before the reply. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class ClosedConnectionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @RegisterExtension
    final ProxiedStore store = new ProxiedStore(
            RedisConnection.TIMEOUT,
            settings -> settings.clock(MockClock.stoppedAt(Instant.parse("2026-11-24T00:00:00Z"))));

    private Caller caller;

    @BeforeEach
    void connect() {
        caller = Caller.of(store.server());
    }

    @Test
    void theFirstCallAfterClosedConnectionsSucceeds() {
        store.redis().closeConnections();
        assertThat(caller.statusAndBody()).as("a trigger").startsWith("200 ");
        store.redis().closeConnections();
        assertThat(caller.method("GET").path("/_mock/runs").body("").statusAndBody())
                .as("a list")
                .startsWith("200 ");
        caller.body("{\"options\":{\"delay\":\"15m\"}}").send();
        store.redis().closeConnections();
        store.server().clock().advance(Duration.ofMinutes(15));
        assertThat(store.server().runs())
                .as("what time does")
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
        store.redis().closeConnections();
        store.server().reset();
        assertThat(store.server().runs()).as("after a reset").isEmpty();
    }

    @Test
    void theFirstCallAfterARestartSucceeds() throws Exception {
        assertThat(caller.statusAndBody()).startsWith("200 ");
        store.redis().kill();
        store.redis().start();
        assertThat(caller.statusAndBody()).startsWith("200 ");
        assertThat(store.server().runs()).hasSize(2);
    }

    @Test
    void lostRepliesHaveNoEffectTwice() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        store.server().task("my-task").handle(run -> handled.add(run.id()));
        // More than the scripts of a trigger and of its handler.
        for (int script = 1; script <= 10; script++) {
            store.proxy().loseReply(script);
            assertThat(caller.statusAndBody())
                    .as("without the reply to script %d", script)
                    .startsWith("200 ");
            store.server().awaitIdle(TIMEOUT);
        }
        assertThat(store.server().runs())
                .hasSize(10)
                .allMatch(run -> run.status() == RunStatus.COMPLETED)
                .extracting(Run::id)
                .containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    void aLostReplyLeavesOneRunForAKey() {
        Caller keyed = caller.body("{\"options\":{\"idempotencyKey\":\"k\"}}");
        store.proxy().loseReply(1);
        String statusAndBody = keyed.statusAndBody();
        store.proxy().loseReply(1);
        assertThat(keyed.statusAndBody()).isEqualTo(statusAndBody).startsWith("200 ");
        assertThat(store.server().runs()).hasSize(1);
    }

    @Test
    void aLostReplyToAResetLeavesAnEmptyStore() {
        caller.send();
        store.proxy().loseReply(1);
        store.server().reset();
        assertThat(store.server().runs()).isEmpty();
        assertThat(caller.statusAndBody()).startsWith("200 ");
    }
}
