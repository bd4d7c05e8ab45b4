package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An engine that is used by many threads. */
class RunEngineConcurrencyTest {
    private static final int THREADS = 16;
    private static final int EACH = 100;

    private final RunEngine engine = new RunEngine(
            new MemoryRunStore(100_000),
            EngineClock.running(),
            new Random(1),
            TaskBehavior.completeAfter(Duration.ZERO),
            8);

    @AfterEach
    void close() {
        engine.close();
    }

    private List<Run> together(Callable<Run> trigger) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Run> runs = new ArrayList<>();
            for (Future<Run> run : pool.invokeAll(Collections.nCopies(THREADS * EACH, trigger))) {
                runs.add(run.get());
            }
            return runs;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRunThatCompletesAtOnceIsCompletedForItsCaller() throws Exception {
        RunRequest request = new RunRequest("my-task", "dev").queue("q", 1);
        assertThat(together(() -> engine.trigger(request).run()))
                .hasSize(THREADS * EACH)
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void handlersKeepToTheLimitOfEachCopy() throws Exception {
        Map<String, AtomicInteger> working = new ConcurrentHashMap<>();
        Map<String, Integer> most = new ConcurrentHashMap<>();
        engine.setBehavior("my-task", TaskBehavior.handle(run -> {
            AtomicInteger count = working.computeIfAbsent(run.concurrencyKey(), key -> new AtomicInteger());
            most.merge(run.concurrencyKey(), count.incrementAndGet(), Math::max);
            Thread.yield();
            return count.decrementAndGet();
        }));
        AtomicInteger made = new AtomicInteger();
        together(() -> engine.trigger(new RunRequest("my-task", "prod")
                        .queue("q", 2)
                        .concurrencyKey("c" + made.incrementAndGet() % 3))
                .run());
        engine.awaitIdle(Duration.ofSeconds(60));
        assertThat(most.values()).hasSize(3).allMatch(count -> count <= 2);
        assertThat(engine.runs(RunFilter.builder().build()))
                .hasSize(THREADS * EACH)
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void changesAreDeliveredInOrderOneAtATime() throws Exception {
        Map<String, Long> versions = new HashMap<>();
        AtomicInteger wrong = new AtomicInteger();
        engine.listen(run -> {
            Long before = versions.put(run.id(), run.version());
            if (run.version() != (before == null ? 0 : before + 1)) {
                wrong.incrementAndGet();
            }
        });
        together(() -> engine.trigger(new RunRequest("my-task", "dev")).run());
        assertThat(wrong).hasValue(0);
        assertThat(versions.values()).hasSize(THREADS * EACH).containsOnly(2L);
    }
}
