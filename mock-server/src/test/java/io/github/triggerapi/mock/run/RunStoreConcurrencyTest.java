package io.github.triggerapi.mock.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What every store does when many threads are at it. */
public abstract class RunStoreConcurrencyTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 1000;
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** An empty store with room for so many runs. */
    protected abstract RunStore store(int maxRuns);

    /** Does the same in all threads, round by round. */
    private static void together(int rounds, Call call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                calls.add(() -> {
                    for (int round = 0; round < rounds; round++) {
                        start.await();
                        call.run(thread, round);
                    }
                    return null;
                });
            }
            for (Future<Void> one : pool.invokeAll(calls)) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void assertOneRunEach(BiFunction<RunRequest.Builder, String, RunRequest.Builder> keyed) throws Exception {
        RunStore store = store(THREADS * ROUNDS);
        List<Set<String>> given = new ArrayList<>();
        AtomicInteger made = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            given.add(ConcurrentHashMap.newKeySet());
        }
        together(ROUNDS, (thread, round) -> {
            RunRequest request = keyed.apply(RunRequest.builder("my-task", "dev"), "key " + round)
                    .build();
            Triggered triggered = store.trigger(NewRun.of(request, "run_" + thread + "_" + round, NOW));
            given.get(round).add(triggered.run().id());
            made.addAndGet(triggered.isMade() ? 1 : 0);
        });
        assertThat(given).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(made).hasValue(ROUNDS);
        assertThat(store.list(RunFilter.builder().build(), null, THREADS * ROUNDS)
                        .runs())
                .hasSize(ROUNDS);
    }

    @Test
    void oneRunForAnIdempotencyKey() throws Exception {
        assertOneRunEach(RunRequest.Builder::idempotencyKey);
    }

    @Test
    void oneRunForTheTriesOfARequest() throws Exception {
        assertOneRunEach(RunRequest.Builder::requestKey);
    }

    @Test
    void noMoreExecuteThanTheLimitAllows() throws Exception {
        int limit = 3;
        RunStore store = store(THREADS * 100);
        AtomicInteger executing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        together(100, (thread, round) -> {
            RunRequest request =
                    RunRequest.builder("my-task", "prod").queue("q", limit).build();
            QueueKey queue = QueueKey.of(store.trigger(NewRun.of(request, "run_" + thread + "_" + round, NOW))
                    .run());
            Optional<Run> next = store.next(queue, TaskSet.allBut(Set.of()));
            if (next.isPresent()) {
                Run started = next.get().toBuilder().status(RunStatus.EXECUTING).build();
                if (store.replace(next.get(), started)) {
                    most.accumulateAndGet(executing.incrementAndGet(), Math::max);
                    executing.decrementAndGet();
                    finished.addAndGet(
                            store.replace(
                                            started,
                                            started.toBuilder()
                                                    .status(RunStatus.COMPLETED)
                                                    .build())
                                    ? 1
                                    : 0);
                }
            }
        });
        assertThat(most.get()).isBetween(1, limit);
        RunFilter completed = RunFilter.builder().status(RunStatus.COMPLETED).build();
        assertThat(store.list(completed, null, THREADS * 100).runs()).hasSize(finished.get());
    }

    private interface Call {
        void run(int thread, int round) throws Exception;
    }
}
