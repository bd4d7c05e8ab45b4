package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.clock.TimeDriven;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunHandler;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.Page;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.RunListener;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.StoreException;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs and moves them from status to status, as their tasks, their queues and the clock have it. All methods are
 * safe to call from any thread.
 */
public final class RunEngine implements AutoCloseable {
    private static final int LOCKS = 64;

    private final RunStore store;
    private final EngineClock clock;
    private final RunIdGenerator ids;
    private final TaskBehaviors behaviors;
    private final RunTransitions transitions;
    private final HandlerThreads handlers;
    private final RunEventDispatcher eventDispatcher = new RunEventDispatcher();
    private final TimeDriven timeDriven = new Times();
    private final Runnable stopListening;
    private final @Nullable SharedQueueWatcher queueWatcher;
    private final Runnable stopWatching;

    /** Whoever moves the runs of a queue has its lock, so that what happens at once has happened for all who look. */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /**
     * An engine at work.
     *
     * @param random what ids are made from; safe for use by many threads
     * @param defaultBehavior what the runs of tasks without a behavior of their own do
     * @param handlerThreads how many handlers may work at once, 1 or more
     */
    public RunEngine(
            RunStore store,
            EngineClock clock,
            RandomGenerator random,
            TaskBehavior defaultBehavior,
            int handlerThreads) {
        this.store = store;
        this.transitions = new RunTransitions(store);
        this.clock = clock;
        this.ids = new RunIdGenerator(random);
        this.behaviors = new TaskBehaviors(defaultBehavior);
        this.handlers = new HandlerThreads(handlerThreads);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
        if (store.isShared()) {
            queueWatcher = new SharedQueueWatcher(this::onExternalChange);
            stopWatching = store.watch(queueWatcher::note);
            stopListening = store.listen(run -> {
                eventDispatcher.note(run);
                eventDispatcher.deliver();
            });
        } else {
            queueWatcher = null;
            stopWatching = () -> {};
            stopListening = store.listen(eventDispatcher::note);
        }
        clock.join(timeDriven);
        moveAll(null);
        notifyAndReschedule();
    }

    /** The clock that it goes by. */
    public EngineClock clock() {
        return clock;
    }

    /** Whether what it does may wait for a store in another process; see {@link RunStore#isShared()}. */
    public boolean storeIsShared() {
        return store.isShared();
    }

    /**
     * Asks the store for an answer.
     *
     * @throws StoreUnavailableException where there is none
     */
    public void requireStore() {
        store.find("");
    }

    /**
     * Makes the run that a request asks for, unless one of its keys stands for a run that is there.
     *
     * @return the run as it is now, and whether it was made
     * @throws StoreFullException where there is no room for another run
     */
    public TriggerResult trigger(RunRequest request) {
        Instant now = clock.now();
        TriggerResult triggered = store.trigger(request.toNewRun(ids.next(), now));
        Run run = triggered.run();
        if (triggered.isMade()) {
            try {
                begin(triggered, now);
            } catch (StoreException e) {
                // The run exists, and its due time is not known to the clock. Its request need not be repeated.
                if (queueWatcher != null) {
                    queueWatcher.note(null);
                }
                throw e;
            }
        }
        return triggered.with(store.find(run.id()).orElse(run));
    }

    /** The run that a request for a task would get now for its idempotency key. */
    public Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey) {
        return store.findByIdempotencyKey(environment, task, idempotencyKey, clock.now());
    }

    /** The runs that are wanted, in the order in which they were made. */
    public List<Run> runs(RunFilter filter) {
        return store.list(filter, null, Integer.MAX_VALUE).runs();
    }

    /** Some of the runs that are wanted; see {@link RunStore#list}. */
    public Page page(RunFilter filter, @Nullable String after, int size) {
        return store.list(filter, after, size);
    }

    /** The run with an id. */
    public Optional<Run> run(String id) {
        return store.find(id);
    }

    /** Says what becomes of the runs of a task from now on, those that wait in their queues among them. */
    public void setBehavior(String task, TaskBehavior behavior) {
        behaviors.set(task, behavior);
        moveAll(null);
        notifyAndReschedule();
    }

    /**
     * Tells a listener of each change from now on.
     *
     * @return what ends that
     */
    public Runnable listen(RunListener listener) {
        return eventDispatcher.add(listener);
    }

    /**
     * Waits until no handler works and no run could be started: those that are left wait for time to pass, for room in
     * their queue, or for nothing.
     *
     * @throws IllegalStateException where that is not so in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        timeDriven.fire(clock.now());
        notifyAndReschedule();
        if (!handlers.awaitIdle(timeout)) {
            RunFilter executing =
                    RunFilter.builder().status(RunStatus.EXECUTING).build();
            throw new IllegalStateException("Not idle after " + timeout + ": "
                    + store.list(executing, null, 10).runs());
        }
    }

    /** Forgets runs, keys, limits, and what was said of tasks. What handlers are at leads to nothing. */
    public void reset() {
        behaviors.reset();
        store.reset();
    }

    /** All that is known of runs, to be saved. */
    public StoreState state() {
        return store.state();
    }

    /** How many bytes a state may take in memory; see {@link RunStore#capacityBytes}. */
    public long capacityBytes() {
        return store.capacityBytes();
    }

    /** How many of these bytes are taken; see {@link RunStore#usedBytes}. */
    public long usedBytes() {
        return store.usedBytes();
    }

    /** Forgets what is known of runs, and knows this. What fell due meanwhile happens at once. */
    public void restore(StoreState state) {
        store.restore(state);
        onExternalChange(null);
    }

    /** Stops. Handlers are interrupted; the store stays as it is. */
    @Override
    public void close() {
        clock.leave(timeDriven);
        stopWatching.run();
        stopListening.run();
        if (queueWatcher != null) {
            queueWatcher.close();
        }
        handlers.close();
    }

    /** Does everything that follows from a new run. */
    private void begin(TriggerResult triggered, Instant at) {
        QueueKey queue = QueueKey.of(triggered.run());
        if (triggered.run().status() == RunStatus.QUEUED) {
            if (queueWatcher == null) {
                move(queue, at);
            } else if (triggered.isUnlimited()) {
                start(triggered.run(), at);
            } else {
                moveNextOrLeave(queue, at);
                queueWatcher.note(queue);
            }
        }
        if (triggered.limitChanged()) {
            moveAll(queue.whole());
        }
        notifyAndReschedule();
    }

    /**
     * Starts one run, unless another thread is starting runs of the queue. The watcher starts the others, so that no caller
     * waits for several steps of a shared store.
     */
    private void moveNextOrLeave(QueueKey queue, Instant at) {
        ReentrantLock lock = lock(queue);
        if (lock.tryLock()) {
            try {
                moveNext(queue, at);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Starts what has room and is worked on. */
    private void move(QueueKey queue, Instant at) {
        ReentrantLock lock = lock(queue);
        lock.lock();
        try {
            while (moveNext(queue, at)) {}
        } finally {
            lock.unlock();
        }
    }

    /** Starts the run that is next, or expires it; false where there is none. */
    private boolean moveNext(QueueKey queue, Instant at) {
        Optional<Run> next = store.next(queue, behaviors.startingTasks());
        next.ifPresent(run -> {
            Instant expires = run.dueAt();
            if (expires != null && !expires.isAfter(at)) {
                transitions.expire(run, expires);
            } else {
                start(run, at);
            }
        });
        return next.isPresent();
    }

    private ReentrantLock lock(QueueKey queue) {
        return locks[Math.floorMod(queue.hashCode(), LOCKS)];
    }

    private void moveAll(@Nullable QueueKey whole) {
        Instant now = clock.now();
        for (QueueKey queue : store.waiting()) {
            if (whole == null || whole.equals(queue.whole())) {
                move(queue, now);
            }
        }
    }

    /** Does what others left to do in a queue, null for all of them. */
    private void onExternalChange(@Nullable QueueKey queue) {
        if (queue == null) {
            timeDriven.fire(clock.now());
            moveAll(null);
        } else {
            move(queue, clock.now());
        }
        notifyAndReschedule();
    }

    private void start(Run run, Instant at) {
        TaskBehavior behavior = behaviors.of(run.task());
        if (behavior.staysQueued()) {
            return;
        }
        Duration work = behavior.completeAfter();
        RunHandler handler = behavior.handler();
        Run executing = transitions.start(run, at, work);
        if (executing == null) {
            return;
        }
        if (handler != null) {
            handlers.start(() -> handle(executing, handler));
        } else if (work != null && work.isZero()) {
            transitions.complete(executing, at);
        }
    }

    private void handle(Run run, RunHandler handler) {
        RunBuilder finished = run.toBuilder();
        try {
            finished.output(handler.handle(run)).status(RunStatus.COMPLETED);
        } catch (Throwable thrown) {
            String message = thrown.getMessage();
            finished.status(RunStatus.FAILED)
                    .error(message == null ? thrown.getClass().getName() : message);
        }
        handlers.retryUntilStored(() -> transitions.finish(run, finished, clock.now()));
        handlers.retryUntilStored(() -> {
            move(QueueKey.of(run), clock.now());
            notifyAndReschedule();
        });
    }

    /** What is left to do after changes, when no lock is held: others may be waited for here. */
    private void notifyAndReschedule() {
        store.nextDue().ifPresent(clock::wake);
        eventDispatcher.deliver();
    }

    /** What time does to runs. */
    private final class Times implements TimeDriven {
        @Override
        public Optional<Instant> nextDue() {
            return store.nextDue();
        }

        @Override
        public void fire(Instant until) {
            for (Optional<Run> due = store.due(until); due.isPresent(); due = store.due(until)) {
                Run run = due.get();
                Instant at = run.dueAt() == null ? until : run.dueAt();
                switch (run.status()) {
                    case DELAYED -> transitions.enqueue(run, at);
                    case QUEUED -> transitions.expire(run, at);
                    default -> transitions.complete(run, at);
                }
                move(QueueKey.of(run), at);
                eventDispatcher.deliver();
            }
        }
    }
}
