package io.github.triggerapi.contract.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Concurrent calls. */
final class ConcurrentCalls {

    private ConcurrentCalls() {}

    /**
     * Calls a function with distinct task names.
     *
     * @param calls the number of calls for each thread
     * @return the results by task name
     */
    static Map<String, String> run(int threads, int calls, UnaryOperator<String> call) {
        Map<String, String> ids = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> callers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String caller = "task-" + thread + "-";
                callers.add(pool.submit(() -> {
                    for (int i = 0; i < calls; i++) {
                        ids.put(caller + i, call.apply(caller + i));
                    }
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            return ids;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
