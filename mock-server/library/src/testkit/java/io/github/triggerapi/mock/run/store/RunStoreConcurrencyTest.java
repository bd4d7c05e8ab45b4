package io.github.triggerapi.mock.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of stores that are used by many threads. */
@Tag("independent")
public abstract class RunStoreConcurrencyTest {
    private static final int THREADS = 64;
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** Returns an empty store with room for this number of runs. */
    protected abstract RunStore store(int maxRuns);

    /** Returns how often all threads use the same key. */
    protected abstract int rounds();

    /** Does the same in all threads, in several rounds. */
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

    private void assertOneRunEach(BiFunction<RunRequest, String, RunRequest> keyed) throws Exception {
        int rounds = rounds();
        RunStore store = store(THREADS * rounds);
        List<Set<String>> given = new ArrayList<>();
        AtomicInteger made = new AtomicInteger();
        for (int round = 0; round < rounds; round++) {
            given.add(ConcurrentHashMap.newKeySet());
        }
        together(rounds, (thread, round) -> {
            RunRequest request = keyed.apply(new RunRequest("my-task", "dev"), "key " + round);
            TriggerResult triggered = store.trigger(request.toNewRun("run_" + thread + "_" + round, NOW));
            given.get(round).add(triggered.run().id());
            made.addAndGet(triggered.isMade() ? 1 : 0);
        });
        assertThat(given).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(made).hasValue(rounds);
        assertThat(store.list(RunFilter.builder().build(), null, THREADS * rounds)
                        .runs())
                .hasSize(rounds);
    }

    @Test
    void anIdempotencyKeyHasOneRun() throws Exception {
        assertOneRunEach(RunRequest::idempotencyKey);
    }

    @Test
    void allAttemptsOfARequestGetOneRun() throws Exception {
        assertOneRunEach(RunRequest::requestKey);
    }

    @Test
    void noMoreExecuteThanTheLimitAllows() throws Exception {
        int limit = 3;
        int rounds = 50;
        RunStore store = store(THREADS * rounds);
        Map<Integer, Run> started = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        together(2 * rounds, (thread, round) -> {
            if (round % 2 == 0) {
                RunRequest request = new RunRequest("my-task", "prod").queue("q", limit);
                Run run = store.trigger(request.toNewRun("run_" + thread + "_" + round, NOW))
                        .run();
                start(store, QueueKey.of(run)).ifPresent(one -> started.put(thread, one));
                most.accumulateAndGet(started.size(), Math::max);
            } else {
                Run run = started.remove(thread);
                if (run != null && store.replace(run, become(run, RunStatus.COMPLETED))) {
                    finished.incrementAndGet();
                }
            }
        });
        assertThat(most).hasValue(limit);
        RunFilter completed = RunFilter.builder().status(RunStatus.COMPLETED).build();
        assertThat(store.list(completed, null, THREADS * rounds).runs())
                .hasSize(limit * rounds)
                .hasSize(finished.get());
    }

    private static Optional<Run> start(RunStore store, QueueKey queue) {
        TaskSelector all = TaskSelector.allBut(Set.of());
        for (Optional<Run> next = store.next(queue, all); next.isPresent(); next = store.next(queue, all)) {
            Run executing = become(next.get(), RunStatus.EXECUTING);
            if (store.replace(next.get(), executing)) {
                return Optional.of(executing);
            }
        }
        return Optional.empty();
    }

    private static Run become(Run run, RunStatus status) {
        return run.toBuilder().status(status).build();
    }

    private interface Call {
        void run(int thread, int round) throws Exception;
    }
}
