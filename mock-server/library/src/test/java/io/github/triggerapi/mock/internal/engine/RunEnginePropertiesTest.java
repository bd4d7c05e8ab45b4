package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants hold after any sequence of operations. The seed of a failure is the parameter of the test. */
class RunEnginePropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final int STEPS = 2000;

    /** The statuses that may follow each status. */
    private static final Map<RunStatus, Set<RunStatus>> FOLLOWS = Map.of(
            RunStatus.DELAYED, Set.of(RunStatus.QUEUED),
            RunStatus.QUEUED, Set.of(RunStatus.EXECUTING, RunStatus.EXPIRED),
            RunStatus.EXECUTING, Set.of(RunStatus.COMPLETED, RunStatus.FAILED),
            RunStatus.COMPLETED, Set.of(),
            RunStatus.FAILED, Set.of(),
            RunStatus.EXPIRED, Set.of());

    private final EngineClock clock = EngineClock.stoppedAt(NOW);
    private final Map<QueueKey, Integer> limits = new HashMap<>();
    private final Map<String, Run> latest = new HashMap<>();
    private final Map<QueueKey, Integer> executing = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void invariantsHoldForRandomOperations(long seed) {
        Random random = new Random(seed);
        MemoryRunStore store = new MemoryRunStore(100_000);
        Duration work = random.nextBoolean() ? Duration.ofSeconds(7) : Duration.ZERO;
        try (RunEngine engine = new RunEngine(store, clock, random, TaskBehavior.completeAfter(work), 1)) {
            Runnable end = store.listen(this::check);
            for (int i = 0; i < STEPS; i++) {
                step(engine, store, random);
            }
            engine.setBehavior("a", TaskBehavior.completeAfter(Duration.ZERO));
            clock.advance(Duration.ofDays(1));
            for (String queue : List.of("q0", "q1", "q2")) {
                expect(queue, null);
                engine.trigger(new RunRequest("b", "prod").queue(queue, null));
            }
            clock.advance(Duration.ofDays(1));
            end.run();
            assertThat(engine.runs(RunFilter.builder().build()))
                    .hasSize(latest.size())
                    .allMatch(run -> run.status().isFinished())
                    .allSatisfy(RunEnginePropertiesTest::timesAreInOrder);
        }
    }

    private void step(RunEngine engine, RunStore store, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> clock.advance(Duration.ofSeconds(random.nextInt(20)));
            case 1 ->
                engine.setBehavior(
                        "a",
                        random.nextBoolean() ? TaskBehavior.stayQueued() : TaskBehavior.completeAfter(work(random)));
            case 2 ->
                store.list(RunFilter.builder().status(RunStatus.EXECUTING).build(), null, 1)
                        .runs()
                        .forEach(run -> store.replace(
                                run,
                                run.toBuilder()
                                        .status(RunStatus.FAILED)
                                        .finishedAt(clock.now())
                                        .dueAt(null)
                                        .build()));
            default -> trigger(engine, random);
        }
    }

    private static Duration work(Random random) {
        return Duration.ofSeconds(random.nextInt(10));
    }

    private void trigger(RunEngine engine, Random random) {
        String queue = "q" + random.nextInt(3);
        RunRequest request = new RunRequest(random.nextBoolean() ? "a" : "b", "prod");
        @Nullable Integer limit = random.nextInt(4) == 0 ? null : random.nextInt(4);
        request.queue(queue, limit);
        if (random.nextBoolean()) {
            request.concurrencyKey("c" + random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            request.ttl(Duration.ofSeconds(random.nextInt(30)));
        }
        if (random.nextInt(3) == 0) {
            request.delayUntil(clock.now().plusSeconds(random.nextInt(60)));
        }
        expect(queue, limit);
        engine.trigger(request);
    }

    /** Before the request is sent, because it starts runs under the new limit. */
    private void expect(String queue, @Nullable Integer limit) {
        Run whole = Run.builder().environment("prod").queue(queue).build();
        limits.put(QueueKey.of(whole), limit == null ? Integer.MAX_VALUE : limit);
    }

    private void check(Run run) {
        Run before = latest.put(run.id(), run);
        if (before == null) {
            assertThat(run.status()).isIn(RunStatus.DELAYED, RunStatus.QUEUED);
        } else {
            assertThat(FOLLOWS.get(before.status())).contains(run.status());
            assertThat(run.version()).isEqualTo(before.version() + 1);
        }
        QueueKey queue = QueueKey.of(run);
        if (before != null && before.status() == RunStatus.EXECUTING) {
            executing.merge(queue, -1, Integer::sum);
        }
        if (run.status() == RunStatus.EXECUTING) {
            int now = executing.merge(queue, 1, Integer::sum);
            assertThat(now).isLessThanOrEqualTo(limits.get(queue.whole()));
        }
    }

    private static void timesAreInOrder(Run run) {
        assertThat(run.queuedAt()).isNotNull().isAfterOrEqualTo(run.createdAt());
        assertThat(run.finishedAt()).isNotNull().isAfterOrEqualTo(run.queuedAt());
        if (run.delayUntil() != null) {
            assertThat(run.queuedAt()).isEqualTo(run.delayUntil());
        }
        if (run.status() == RunStatus.EXPIRED) {
            assertThat(run.startedAt()).isNull();
            assertThat(run.finishedAt()).isEqualTo(run.queuedAt().plus(run.ttl()));
        } else {
            assertThat(run.startedAt()).isBetween(run.queuedAt(), run.finishedAt());
        }
    }
}
