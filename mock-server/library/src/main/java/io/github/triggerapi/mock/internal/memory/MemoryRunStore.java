package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.Page;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import io.github.triggerapi.mock.run.store.RunListener;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import io.github.triggerapi.mock.run.store.TaskSelector;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs in memory, limited in number and in memory. When there are more, the runs that finished
 * first are removed with their idempotency keys; a warning is logged the first time. A run that is not finished is
 * never removed.
 */
public final class MemoryRunStore implements RunStore {
    /** The request keys may take this fraction of the memory of runs, and so may the batches. */
    private static final int SHARE_OF_KEYS = 4;

    private static final Logger LOGGER = System.getLogger(MemoryRunStore.class.getName());

    private final int maxRuns;
    private final long maxBytes;
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();

    private final RunIndex runs = new RunIndex();

    /**
     * Guards the fields below and every change. It is held for a few look-ups only, and never while JSON is written or
     * read.
     */
    private final Object lock = new Object();

    private final NavigableMap<Due, String> due = new TreeMap<>(Due.ORDER);
    private final Map<String, Run> finished = new LinkedHashMap<>();
    private final QueueIndex queues;
    private final IdempotencyIndex keys;
    private final BatchIndex batches;
    private long bytes;
    private long numbers;
    private boolean warned;

    /**
     * Creates an empty store.
     *
     * @param maxRuns the maximum number of runs, and of request keys, 1 or more
     */
    public MemoryRunStore(int maxRuns) {
        this(maxRuns, HeapBudget.runs(HeapBudget.DEFAULT_STORED_BYTES));
    }

    /** @param maxBytes the memory limit of the runs */
    public MemoryRunStore(int maxRuns, long maxBytes) {
        if (maxRuns < 1) {
            throw new IllegalArgumentException("maxRuns must be 1 or more: " + maxRuns);
        }
        this.maxRuns = maxRuns;
        this.maxBytes = maxBytes;
        this.queues = new QueueIndex(maxRuns);
        this.keys = new IdempotencyIndex(maxRuns, maxBytes / SHARE_OF_KEYS);
        this.batches = new BatchIndex(maxRuns, maxBytes / SHARE_OF_KEYS);
    }

    @Override
    public TriggerResult trigger(NewRun wanted) {
        TriggerResult found = found(wanted);
        if (found != null) {
            return found;
        }
        Run run = wanted.run();
        // Writes the JSON before the lock is taken.
        run.memoryBytes();
        synchronized (lock) {
            found = found(wanted);
            if (found != null) {
                return found;
            }
            if (runs.find(run.id()) != null) {
                throw new IllegalStateException("There is a run with the id " + run.id());
            }
            if (numbers >= Run.MAX_NUMBER) {
                throw StoreFullException.ofNumbers();
            }
            makeRoom(run);
            boolean limitChanged = wanted.setsLimit() && queues.limit(QueueKey.of(run), wanted.limit());
            Run made = run.toBuilder().number(++numbers).version(run.version()).build();
            put(made);
            queues.add(made);
            keys.add(made);
            keys.addRequest(run, wanted.requestKey(), run.id(), wanted.requestExpiresAt());
            listeners.forEach(listener -> listener.changed(made));
            return TriggerResult.made(made, limitChanged);
        }
    }

    private @Nullable TriggerResult found(NewRun wanted) {
        Run run = wanted.run();
        Instant now = run.createdAt();
        synchronized (lock) {
            Run tried = find(keys.request(run, wanted.requestKey(), now), null);
            if (tried != null) {
                return TriggerResult.found(tried);
            }
            Run same = run.idempotencyKey() == null
                    ? null
                    : find(keys.run(run.environment(), run.task(), run.idempotencyKey()), now);
            if (same == null) {
                return null;
            }
            keys.addRequest(run, wanted.requestKey(), same.id(), wanted.requestExpiresAt());
            return TriggerResult.found(same);
        }
    }

    private @Nullable Run find(@Nullable String id, @Nullable Instant unexpiredAt) {
        Run run = id == null ? null : runs.find(id);
        Instant expiresAt = run == null ? null : run.idempotencyExpiresAt();
        return unexpiredAt != null && expiresAt != null && !expiresAt.isAfter(unexpiredAt) ? null : run;
    }

    @Override
    public Optional<Run> next(QueueKey queue, TaskSelector tasks) {
        synchronized (lock) {
            return queues.next(queue, tasks);
        }
    }

    @Override
    public boolean replace(Run before, Run after) {
        synchronized (lock) {
            Run known = runs.find(before.id());
            boolean starts = after.status() == RunStatus.EXECUTING && before.status() != RunStatus.EXECUTING;
            if (known == null || known.version() != before.version() || starts && !queues.hasRoom(QueueKey.of(after))) {
                return false;
            }
            if (known.idempotencyKey() != null && !known.idempotencyKey().equals(after.idempotencyKey())) {
                keys.remove(known);
            }
            boolean stays =
                    known.status() == RunStatus.QUEUED && after.status() == RunStatus.QUEUED && !after.staysQueued();
            if (!stays || !queues.replaceQueued(after)) {
                queues.remove(known);
                queues.add(after);
            }
            remove(known);
            put(after);
            listeners.forEach(listener -> listener.changed(after));
            return true;
        }
    }

    @Override
    public Optional<Run> due(Instant until) {
        synchronized (lock) {
            Map.Entry<Due, String> first = due.firstEntry();
            return first == null || first.getKey().at().isAfter(until)
                    ? Optional.empty()
                    : Optional.ofNullable(runs.find(first.getValue()));
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        synchronized (lock) {
            return due.isEmpty() ? Optional.empty() : Optional.of(due.firstKey().at());
        }
    }

    @Override
    public Collection<QueueKey> waiting() {
        synchronized (lock) {
            return queues.waiting();
        }
    }

    @Override
    public Optional<Run> find(String id) {
        return Optional.ofNullable(runs.find(id));
    }

    @Override
    public Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey, Instant now) {
        synchronized (lock) {
            return Optional.ofNullable(find(keys.run(environment, task, idempotencyKey), now));
        }
    }

    @Override
    public Batch addBatch(Batch wanted) {
        synchronized (lock) {
            Batch same = batches.findSame(wanted, wanted.createdAt());
            if (same != null) {
                return same;
            }
            batches.put(wanted);
            return wanted;
        }
    }

    @Override
    public void replaceBatch(Batch after) {
        synchronized (lock) {
            if (batches.find(after.id()) != null) {
                batches.put(after);
            }
        }
    }

    @Override
    public Optional<Batch> findBatch(String id) {
        synchronized (lock) {
            return Optional.ofNullable(batches.find(id));
        }
    }

    @Override
    public Page list(RunFilter filter, @Nullable String after, int size) {
        return runs.list(filter, after, size);
    }

    @Override
    public Page listLatest(RunFilter filter, @Nullable String before, int size) {
        return runs.listLatest(filter, before, size);
    }

    @Override
    public void pause(QueueKey queue, boolean paused) {
        synchronized (lock) {
            queues.pause(queue, paused);
        }
    }

    @Override
    public Collection<QueueStatus> queues() {
        synchronized (lock) {
            return queues.status();
        }
    }

    @Override
    public Runnable listen(RunListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public StoreState state() {
        StoreState.Builder state = StoreState.builder();
        synchronized (lock) {
            runs.inOrder().forEach(state::run);
            queues.limits().forEach(state::limit);
            queues.paused().forEach(state::paused);
            keys.save(state);
            batches.inOrder().forEach(state::batch);
        }
        return state.build();
    }

    @Override
    public void restore(StoreState state) {
        synchronized (lock) {
            runs.clear();
            due.clear();
            finished.clear();
            queues.clear();
            keys.clear();
            batches.clear();
            bytes = 0;
            state.limits().forEach(queues::limit);
            state.paused().forEach(queue -> queues.pause(queue, true));
            state.inOrderOfChange().forEach(run -> {
                put(run);
                queues.add(run);
            });
            // A key belongs to the latest run that has it.
            runs.inOrder().forEach(keys::add);
            keys.restore(state.requests());
            state.batches().forEach(batches::put);
            numbers = runs.lastNumber();
        }
    }

    @Override
    public long capacityBytes() {
        return maxBytes;
    }

    @Override
    public long usedBytes() {
        synchronized (lock) {
            return bytes;
        }
    }

    private void makeRoom(Run wanted) {
        while (runs.size() >= maxRuns || bytes + wanted.memoryBytes() > maxBytes) {
            boolean tooMany = runs.size() >= maxRuns;
            Iterator<Run> oldest = finished.values().iterator();
            if (!oldest.hasNext()) {
                throw tooMany ? new StoreFullException(maxRuns) : StoreFullException.ofMemory(maxBytes);
            }
            Run run = oldest.next();
            remove(run);
            finished.remove(run.id());
            keys.remove(run);
            runs.remove(run);
            if (!warned) {
                warned = true;
                String full =
                        tooMany ? "More than {0} runs" : "Runs take more than {1} bytes, the memory that they may take";
                LOGGER.log(Level.WARNING, full + ": those that finished first are removed", maxRuns, maxBytes);
            }
        }
    }

    private void put(Run run) {
        bytes += run.memoryBytes();
        runs.put(run);
        if (run.dueAt() != null) {
            due.put(Due.of(run), run.id());
        }
        if (run.status().isFinished()) {
            finished.put(run.id(), run);
        }
    }

    private void remove(Run run) {
        bytes -= run.memoryBytes();
        if (run.dueAt() != null) {
            due.remove(Due.of(run));
        }
    }

    private record Due(Instant at, long number) {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::number);

        static Due of(Run run) {
            return new Due(run.dueAt() == null ? Instant.MAX : run.dueAt(), run.number());
        }
    }
}
