package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Triggers and finds batches. All methods are safe to call from any thread. */
public final class Batches {
    /** How long an idempotency key belongs to its batch by default. */
    public static final Duration IDEMPOTENCY_LIFE = RunRequest.IDEMPOTENCY_LIFE;

    private final RunStore store;
    private final EngineClock clock;
    private final RunIdGenerator ids;
    private final BiFunction<NewRun, Instant, TriggerResult> trigger;

    /** @param trigger creates a run unless one of its keys belongs to another one */
    Batches(RunStore store, EngineClock clock, RunIdGenerator ids, BiFunction<NewRun, Instant, TriggerResult> trigger) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.trigger = trigger;
    }

    /**
     * Creates a batch and its runs, unless its key belongs to another batch. A request in it whose key belongs to a run gets
     * that run.
     *
     * @param environment the kind of the key of the caller
     * @param requests the requests for its runs
     * @param idempotencyKey the key with which later requests get the batch, null for none
     * @param idempotencyLife how long it belongs to the batch
     * @throws io.github.triggerapi.mock.run.store.StoreException if there is no room for a run, or the store is unavailable; runs
     *     that were created before stay, and the key does not belong to the batch
     */
    public BatchResult trigger(
            String environment, List<RunRequest> requests, @Nullable String idempotencyKey, Duration idempotencyLife) {
        Instant now = clock.now();
        List<String> unused = requests.stream().map(request -> ids.next()).toList();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            expected.add(existing(environment, requests.get(i), now).orElse(unused.get(i)));
        }
        Batch wanted = new Batch(
                ids.nextOfBatch(),
                environment,
                now,
                expected,
                false,
                idempotencyKey,
                idempotencyKey == null ? null : now.plus(idempotencyLife));
        Batch batch = store.addBatch(wanted);
        if (!batch.id().equals(wanted.id())) {
            return new BatchResult(batch, false, List.of());
        }
        List<TriggerResult> results = new ArrayList<>();
        Batch filled;
        try {
            for (int i = 0; i < requests.size(); i++) {
                RunRequest request = requests.get(i).batchId(batch.id());
                results.add(trigger.apply(request.toNewRun(unused.get(i), now, store::find), now));
            }
        } finally {
            List<String> runs =
                    results.stream().map(result -> result.run().id()).toList();
            filled = results.size() == requests.size()
                    ? batch.filled(runs)
                    : batch.filled(runs).withoutKey();
            store.replaceBatch(filled);
        }
        return new BatchResult(filled, true, results);
    }

    /**
     * Creates a batch whose runs follow, unless its key belongs to another batch.
     *
     * @param size how many runs it gets, 1 or more
     * @param idempotencyKey the key with which later requests get the batch, null for none
     */
    public BatchResult open(String environment, int size, @Nullable String idempotencyKey, Duration idempotencyLife) {
        Instant now = clock.now();
        Batch wanted = new Batch(
                ids.nextOfBatch(),
                environment,
                now,
                Stream.generate(ids::next).limit(size).toList(),
                false,
                idempotencyKey,
                idempotencyKey == null ? null : now.plus(idempotencyLife));
        Batch batch = store.addBatch(wanted);
        return new BatchResult(batch, batch.id().equals(wanted.id()), List.of());
    }

    /**
     * Triggers runs of an {@linkplain #open open} batch. The places of those that it has already are not filled again.
     *
     * @param requests the requests by the places of their runs in the batch, each less than its size
     * @return how many requests were accepted
     */
    public int fill(Batch batch, Map<Integer, RunRequest> requests) {
        Instant now = clock.now();
        List<String> runs = new ArrayList<>(batch.runs());
        int accepted = 0;
        try {
            for (Map.Entry<Integer, RunRequest> entry : requests.entrySet()) {
                String id = runs.get(entry.getKey());
                if (store.find(id).isEmpty()) {
                    NewRun wanted = entry.getValue().batchId(batch.id()).toNewRun(id, now, store::find);
                    runs.set(entry.getKey(), trigger.apply(wanted, now).run().id());
                    accepted++;
                }
            }
        } finally {
            boolean filled = store.findAll(runs).size() == runs.size();
            store.replaceBatch(new Batch(
                    batch.id(),
                    batch.environment(),
                    batch.createdAt(),
                    runs,
                    filled,
                    batch.idempotencyKey(),
                    batch.idempotencyExpiresAt()));
        }
        return accepted;
    }

    private Optional<String> existing(String environment, RunRequest request, Instant now) {
        return request.idempotencyKey() == null
                ? Optional.empty()
                : store.findByIdempotencyKey(environment, request.task(), request.idempotencyKey(), now)
                        .map(run -> run.id());
    }

    /** Returns the state of the batch with an id. */
    public Optional<BatchStatus> find(String id) {
        return store.findBatch(id).map(batch -> new BatchStatus(batch, store.findAll(batch.runs())));
    }
}
