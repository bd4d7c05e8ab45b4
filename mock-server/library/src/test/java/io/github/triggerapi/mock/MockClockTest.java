package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MockClockTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private static RunEngine engine(MockClock clock) {
        return new RunEngine(
                new MemoryRunStore(100_000), clock.engineClock(), new Random(1), TaskBehavior.stayQueued(), 1);
    }

    private static RunRequest after(Instant until) {
        return new RunRequest("my-task", "prod").delayUntil(until);
    }

    @Test
    void aStoppedClockStandsUntilItIsMoved() {
        MockClock clock = MockClock.stoppedAt(NOW);
        assertThat(clock.now()).isEqualTo(NOW).isEqualTo(clock.instant());
        clock.advance(Duration.ofSeconds(1));
        clock.set(NOW.plusSeconds(2));
        assertThat(clock.now()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void aClockCannotBeMovedBack() {
        MockClock clock = MockClock.stoppedAt(NOW);
        assertThatThrownBy(() -> clock.set(NOW.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(NOW.toString());
        assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesOfAllEnginesAreMadeInOrder() {
        MockClock clock = MockClock.stoppedAt(NOW);
        List<String> changes = new CopyOnWriteArrayList<>();
        try (RunEngine one = engine(clock);
                RunEngine two = engine(clock)) {
            one.trigger(after(NOW.plusSeconds(1)));
            two.trigger(after(NOW.plusSeconds(2)));
            one.trigger(after(NOW.plusSeconds(3)));
            one.listen(run -> changes.add("one " + clock.now()));
            two.listen(run -> changes.add("two " + clock.now()));
            clock.advance(Duration.ofSeconds(2));
        }
        clock.advance(Duration.ofSeconds(2));
        assertThat(changes).containsExactly("one " + NOW.plusSeconds(1), "two " + NOW.plusSeconds(2));
    }

    @Test
    void aRunningClockMakesChangesWhenTheyAreDue() throws Exception {
        MockClock clock = MockClock.running();
        try (RunEngine engine = engine(clock)) {
            CountDownLatch queued = new CountDownLatch(3);
            engine.listen(run -> {
                if (run.status() == RunStatus.QUEUED) {
                    queued.countDown();
                }
            });
            for (int millis : new int[] {300, 100, 200}) {
                engine.trigger(after(clock.now().plusMillis(millis)));
            }
            assertThat(queued.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(engine.runs(RunFilter.builder().build()))
                    // A delay that has passed when the run is created is ignored.
                    .allSatisfy(run -> assertThat(run.queuedAt())
                            .isEqualTo(run.delayUntil() == null ? run.createdAt() : run.delayUntil()));
        }
    }

    @Test
    void aRunningClockContinuesAfterAMove() throws Exception {
        MockClock clock = MockClock.running();
        try (RunEngine engine = engine(clock)) {
            CountDownLatch queued = new CountDownLatch(2);
            engine.listen(run -> {
                if (run.status() == RunStatus.QUEUED) {
                    queued.countDown();
                }
            });
            Run tomorrow =
                    engine.trigger(after(clock.now().plus(Duration.ofDays(1)))).run();
            engine.trigger(after(clock.now().plus(Duration.ofDays(2)).plusMillis(100)));
            clock.advance(Duration.ofDays(1));
            assertThat(engine.store().find(tomorrow.id()).orElseThrow().status())
                    .isEqualTo(RunStatus.QUEUED);
            clock.advance(Duration.ofDays(1));
            assertThat(queued.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
