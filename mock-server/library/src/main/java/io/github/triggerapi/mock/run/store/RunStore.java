package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs, keys, queues and limits, which requests, threads and servers share.
 *
 * <p>Each method is atomic, so that several engines can share a store. A store decides only what only it can know:
 * whether a key belongs to a run, and whether a queue has room. Instants come from the caller.
 */
public interface RunStore extends AutoCloseable {
    /**
     * Returns the run for a request: that of its request key, otherwise that of its idempotency key, otherwise a new
     * one. The keys belong to an environment and a task, and expire. If a request gets the run of an idempotency key,
     * its request key belongs to that run from then on. A new run sets the limit of its queue if the request says so;
     * an existing one changes nothing.
     *
     * @throws StoreFullException if there is no room for a new run; nothing is changed then
     */
    TriggerResult trigger(NewRun wanted);

    /**
     * Returns the next queued run of a queue: the one that entered it first, among the given tasks, and does not
     * {@linkplain Run#staysQueued() stay queued}. Empty if there is none, if the queue is paused, or if as many runs of it
     * execute as its limit allows.
     */
    Optional<Run> next(QueueKey queue, TaskSelector tasks);

    /**
     * Replaces a run. Nothing is changed if the store has another version of the run or none, or if the run is to
     * execute and its queue has no room.
     *
     * @param before the run as the caller knows it
     * @param after the changed run, with the next version
     * @return whether it was replaced
     */
    boolean replace(Run before, Run after);

    /**
     * Returns the run that is due first, if it is due at or before an instant. Of several such runs it is the one that
     * was created first.
     */
    Optional<Run> due(Instant until);

    /** Returns when the next run is due, empty if none is. */
    Optional<Instant> nextDue();

    /** Returns the queues with queued runs. */
    Collection<QueueKey> waiting();

    /** Returns the run with an id. */
    Optional<Run> find(String id);

    /** Returns the run that an idempotency key belongs to at an instant. */
    Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey, Instant now);

    /** Returns the runs with some ids, in the order of the ids; those that do not exist are left out. */
    default List<Run> findAll(Collection<String> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /**
     * Adds a batch, unless its idempotency key belongs to another one. A key belongs to an environment and expires. The number
     * of batches is limited; the oldest are removed.
     *
     * @return the batch, or the one that the key belongs to when the given one is created
     */
    Batch addBatch(Batch wanted);

    /** Replaces a batch; nothing is changed if there is none with its id. */
    void replaceBatch(Batch after);

    /** Returns the batch with an id. */
    Optional<Batch> findBatch(String id);

    /**
     * Returns a page of the runs that match a filter, in the order of their creation.
     *
     * @param after {@link Page#next()} of the previous page, null for the first page
     * @param size the maximum number of runs, 1 or more
     * @throws IllegalArgumentException if {@code after} is not from a page, or the size is less than 1
     */
    Page list(RunFilter filter, @Nullable String after, int size);

    /**
     * Returns a page of the runs that match a filter, the latest first.
     *
     * @param before {@link Page#next()} of the previous page, or the {@linkplain Run#number() number} of the run that is later
     *     than those of the page; null for the first page
     * @param size the maximum number of runs, 1 or more
     * @throws IllegalArgumentException if {@code before} is not from a page, or the size is less than 1
     */
    Page listLatest(RunFilter filter, @Nullable String before, int size);

    /**
     * Pauses a queue and its copies, so that no run of them starts, or ends that. Executing runs go on.
     *
     * @param queue the queue itself
     */
    void pause(QueueKey queue, boolean paused);

    /** Returns the queues that runs entered, that have a limit or that are paused; without their copies. */
    Collection<QueueStatus> queues();

    /**
     * Adds a listener that is called for each change, in the order of the changes. It is called as part of the change,
     * and must be quick and not call the store; or, if the store is {@linkplain #isShared() shared}, soon afterwards on
     * a thread of the store.
     *
     * @return removes the listener when run
     */
    Runnable listen(RunListener listener);

    /**
     * Returns whether the store is in another process, which other engines may use as well. Callers wait for a network
     * then, and each method may throw a {@link StoreUnavailableException}.
     */
    default boolean isShared() {
        return false;
    }

    /**
     * Adds a watcher that is called when others changed a queue: another engine, or unknown ones while a shared store
     * was unavailable. It is called on a thread of the store and must be quick.
     *
     * @param watcher consumes the queue, null for all queues
     * @return removes the watcher when run
     */
    default Runnable watch(Consumer<@Nullable QueueKey> watcher) {
        return () -> {};
    }

    /** Returns the memory limit, in bytes, of a state that is to be {@linkplain #restore restored}. */
    default long capacityBytes() {
        return HeapBudget.runs(Long.MAX_VALUE) / 2;
    }

    /** Returns how many of these bytes the current state uses. */
    default long usedBytes() {
        return 0;
    }

    /** Returns the current state. */
    StoreState state();

    /** Replaces the current state. */
    void restore(StoreState state);

    /** Releases resources such as connections. What is kept in another process stays there. */
    @Override
    default void close() {}

    /** Removes all runs, batches, keys, limits and pauses. */
    default void reset() {
        restore(StoreState.EMPTY);
    }
}
