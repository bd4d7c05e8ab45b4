package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all that requests, threads and servers have in common: runs, keys, queues and limits.
 *
 * <p>Each method is one atomic step, so that several engines can share a store. A store decides nothing by itself but
 * what only it can know: whether a key stands for a run, and whether a queue has room. Instants come from the caller.
 */
public interface RunStore extends AutoCloseable {
    /**
     * Gives the run that a request is for: that of its request key, else that of its idempotency key, else a new one.
     * The keys belong to an environment and a task, and are forgotten when they expire. A key of a request that gets the
     * run of an idempotency key stands for that run from then on. A new run sets the limit of its queue if the request
     * says so; an existing one changes nothing.
     *
     * @throws StoreFullException where there is no room for a new run; nothing changed then
     */
    TriggerResult trigger(NewRun wanted);

    /**
     * The queued run of a queue that is next: that which entered it first, of the tasks that are named. Empty when there
     * is none, or when as many runs of the queue execute as its limit allows.
     */
    Optional<Run> next(QueueKey queue, TaskSet tasks);

    /**
     * Puts a run in place of what it was. Nothing changes when the store has another version of the run or none, or when
     * the run is to execute and its queue has no room.
     *
     * @param before the run as the caller knows it
     * @param after what it becomes, with the next version
     * @return whether it was done
     */
    boolean replace(Run before, Run after);

    /** The run that falls due first, if that is not after an instant; of several the one that was made first. */
    Optional<Run> due(Instant until);

    /** When the next run falls due, empty if none does. */
    Optional<Instant> nextDue();

    /** The queues in which runs wait. */
    Collection<QueueKey> waiting();

    /** The run with an id. */
    Optional<Run> find(String id);

    /** The run that an idempotency key stands for at an instant. */
    Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey, Instant now);

    /**
     * Some of the runs, in the order in which they were made.
     *
     * @param after {@link Page#next()} of the page before, null for the first page
     * @param size how many runs are wanted at most, 1 or more
     * @throws IllegalArgumentException where {@code after} is from no page, or the size is less than 1
     */
    Page list(RunFilter filter, @Nullable String after, int size);

    /**
     * Tells a listener of each change from now on, in the order of the changes: as part of them, so that it must be quick
     * and must not call the store; or where the store is {@linkplain #isShared() shared} soon after, on a thread of it.
     *
     * @return what ends that
     */
    Runnable listen(RunListener listener);

    /**
     * Whether it is in another process, which other engines may use as well. Whoever calls it waits for a network then, and
     * each method may throw a {@link StoreUnavailableException}.
     */
    default boolean isShared() {
        return false;
    }

    /**
     * Tells from now on of queues that others changed, so that there may be something to do: another engine, or nobody
     * knows who while a shared store was out of reach. It is told on a thread of the store and must be quick.
     *
     * @param watcher is given the queue, null for all of them
     * @return what ends that
     */
    default Runnable watch(Consumer<@Nullable QueueKey> watcher) {
        return () -> {};
    }

    /** How many bytes a state may take in memory that is to be {@linkplain #restore restored}. */
    default long capacityBytes() {
        return HeapBudget.runs() / 2;
    }

    /** How many of these bytes are taken by what is kept now. */
    default long usedBytes() {
        return 0;
    }

    /** All that is kept, to be saved. */
    StoreState state();

    /** Forgets what is kept, and keeps this. */
    void restore(StoreState state);

    /** Lets go of what leads to it, such as connections; what is kept stays where it is. */
    @Override
    default void close() {}

    /** Forgets runs, keys and limits. */
    default void reset() {
        restore(StoreState.EMPTY);
    }
}
