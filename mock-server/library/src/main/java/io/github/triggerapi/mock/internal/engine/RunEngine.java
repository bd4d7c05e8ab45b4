package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.clock.ScheduledChanges;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunContextHandler;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.Page;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import io.github.triggerapi.mock.run.store.RunListener;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Creates runs and changes their status according to their tasks, their queues and the clock. All methods are safe to
 * call from any thread.
 */
public final class RunEngine implements AutoCloseable {
    private static final int LOCKS = 64;
    private static final int MAX_STACK_TRACE = 16 * 1024;

    private final RunStore store;
    private final EngineClock clock;
    private final RunIdGenerator ids;
    private final TaskBehaviors behaviors;
    private final RunTransitions transitions;
    private final RunChanges changes;
    private final Batches batches;
    private final HandlerThreads handlers;
    private final RunEventDispatcher eventDispatcher = new RunEventDispatcher();
    private final ScheduledChanges dueChanges = new DueChanges();
    private final Runnable stopListening;
    private final @Nullable SharedStoreWatcher queueWatcher;
    private final Runnable stopWatching;

    /**
     * Held by the thread that starts runs of a queue, so that other threads see either nothing or all of what happens
     * at once.
     */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /**
     * Creates an engine and starts it.
     *
     * @param random the source of run ids, safe for use by many threads
     * @param defaultBehavior what the runs of tasks without a behavior of their own do
     * @param handlerThreads how many handlers may run at once, 1 or more
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
        this.changes = new RunChanges(store, clock, this::afterChange);
        this.ids = new RunIdGenerator(random);
        this.batches = new Batches(store, clock, ids, this::trigger);
        this.behaviors = new TaskBehaviors(defaultBehavior);
        this.handlers = new HandlerThreads(handlerThreads);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
        if (store.isShared()) {
            queueWatcher = new SharedStoreWatcher(this::onExternalChange);
            stopWatching = store.watch(queueWatcher::add);
            stopListening = store.listen(run -> {
                interruptIfCanceled(run);
                eventDispatcher.enqueue(run);
                eventDispatcher.deliver();
            });
        } else {
            queueWatcher = null;
            stopWatching = () -> {};
            stopListening = store.listen(run -> {
                interruptIfCanceled(run);
                eventDispatcher.enqueue(run);
            });
        }
        clock.join(dueChanges);
        startAll(null);
        notifyAndReschedule();
    }

    /** Returns the clock that runs go by. */
    public EngineClock clock() {
        return clock;
    }

    /** Returns the store of its runs. Only the engine may change it. */
    public RunStore store() {
        return store;
    }

    /** Returns the batches of its runs. */
    public Batches batches() {
        return batches;
    }

    /** Returns the changes of runs that callers can ask for. */
    public RunChanges changes() {
        return changes;
    }

    /**
     * Creates the run that a request asks for, unless one of its keys belongs to an existing run.
     *
     * @return the run in its current state, and whether it was created
     * @throws StoreFullException if there is no room for another run
     */
    public TriggerResult trigger(RunRequest request) {
        Instant now = clock.now();
        NewRun wanted = request.toNewRun(ids.next(), now, store::find);
        return trigger(wanted, now);
    }

    /**
     * Creates a new run with the task, the payload, the metadata and the tags of another one, in the same queue.
     *
     * @return the new run, empty if there is none with this id
     * @throws StoreFullException if there is no room for another run
     */
    public Optional<Run> replay(String id) {
        Instant now = clock.now();
        return store.find(id)
                .map(run ->
                        trigger(RunRequest.replay(run, ids.next(), now), now).run());
    }

    private TriggerResult trigger(NewRun wanted, Instant now) {
        try {
            TriggerResult triggered = store.trigger(wanted);
            Run run = triggered.run();
            if (triggered.isMade()) {
                begin(triggered, now);
            } else if (queueWatcher != null && run.status() == RunStatus.QUEUED) {
                // An attempt without a response in time may have created it, and nobody has started it.
                queueWatcher.add(QueueKey.of(run));
            }
            return triggered.with(store.find(run.id()).orElse(run));
        } catch (StoreUnavailableException e) {
            // The run may exist, and the clock does not know when it is due. The caller need not repeat the request.
            if (queueWatcher != null) {
                queueWatcher.add(null);
            }
            throw e;
        }
    }

    /** Returns the run that a request with this idempotency key would get now. */
    public Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey) {
        return store.findByIdempotencyKey(environment, task, idempotencyKey, clock.now());
    }

    /** Returns the runs that match a filter, in the order of their creation. */
    public List<Run> runs(RunFilter filter) {
        return store.list(filter, null, Integer.MAX_VALUE).runs();
    }

    /**
     * Returns some of the runs that match a filter, the latest first.
     *
     * @param after the id of a run: only earlier ones are returned; null for none
     * @param before the id of a run: those that are just later are returned, and {@code after} is ignored; null for none
     * @param size the maximum number of runs, 1 or more
     * @return the runs, none if there is no run with the given id
     */
    public RunSlice latestRuns(RunFilter filter, @Nullable String after, @Nullable String before, int size) {
        String cursor = before == null ? after : before;
        Optional<String> number =
                cursor == null ? Optional.empty() : store.find(cursor).map(run -> String.valueOf(run.number()));
        if (cursor != null && number.isEmpty()) {
            return RunSlice.EMPTY;
        }
        if (before == null) {
            Page page = store.listLatest(filter, number.orElse(null), size);
            return RunSlice.of(page.runs(), page.next() != null, after != null);
        }
        Page page = store.list(filter, number.orElse(null), size);
        List<Run> latestFirst = new ArrayList<>(page.runs());
        Collections.reverse(latestFirst);
        return RunSlice.of(latestFirst, true, page.next() != null);
    }

    /** Returns the queues of an environment, by name. */
    public List<QueueStatus> queues(String environment) {
        return store.queues().stream()
                .filter(status -> status.queue().environment().equals(environment))
                .sorted(Comparator.comparing(status -> status.queue().queue()))
                .toList();
    }

    /**
     * Pauses a queue, so that none of its runs starts, or resumes it. Executing runs go on. Nothing happens if it is in that
     * state already.
     *
     * @param queue the name of the queue, such as {@code task/my-task}
     */
    public void pauseQueue(String environment, String queue, boolean paused) {
        QueueKey key = QueueKey.of(environment, queue);
        store.pause(key, paused);
        if (!paused) {
            startAll(key);
            notifyAndReschedule();
        }
    }

    /**
     * Sets what the runs of a task do, including those that are waiting in their queues.
     *
     * @throws IllegalArgumentException if what is set for all tasks would take too much memory
     */
    public void setBehavior(String task, TaskBehavior behavior) {
        behaviors.set(task, behavior);
        startAll(null);
        notifyAndReschedule();
    }

    /** Returns what is set for tasks, by their identifiers. */
    public Map<String, TaskBehavior> behaviorsByTask() {
        return behaviors.all();
    }

    /** Removes what was set for a task. */
    public void resetBehavior(String task) {
        behaviors.remove(task);
        startAll(null);
        notifyAndReschedule();
    }

    /**
     * Adds a listener that is called for each change of a run.
     *
     * @return removes the listener when run
     */
    public Runnable listen(RunListener listener) {
        return eventDispatcher.add(listener);
    }

    /**
     * Waits until no handler is running and no run can start: the remaining runs wait for time to pass, for room in
     * their queue, or stay queued.
     *
     * @throws IllegalStateException if the engine is not idle in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        dueChanges.fire(clock.now());
        notifyAndReschedule();
        if (!handlers.awaitIdle(timeout)) {
            RunFilter executing =
                    RunFilter.builder().status(RunStatus.EXECUTING).build();
            throw new IllegalStateException("Not idle after " + timeout + ": "
                    + store.list(executing, null, 10).runs());
        }
    }

    /** Removes all runs, keys, limits and behaviors. The results of running handlers are discarded. */
    public void reset() {
        behaviors.reset();
        store.reset();
    }

    /** Replaces the state of the store. Changes that fell due meanwhile are made at once. */
    public void restore(StoreState state) {
        store.restore(state);
        onExternalChange(null);
    }

    /** Stops the engine. Handlers are interrupted; the store is not changed. */
    @Override
    public void close() {
        clock.leave(dueChanges);
        stopWatching.run();
        stopListening.run();
        if (queueWatcher != null) {
            queueWatcher.close();
        }
        handlers.close();
    }

    /** Makes the changes that follow from a new run. */
    private void begin(TriggerResult triggered, Instant at) {
        QueueKey queue = QueueKey.of(triggered.run());
        if (triggered.run().status() == RunStatus.QUEUED) {
            if (queueWatcher == null) {
                startQueued(queue, at);
            } else if (triggered.isUnlimited()) {
                start(triggered.run(), at);
            } else {
                startNextIfFree(queue, at);
                queueWatcher.add(queue);
            }
        }
        if (triggered.limitChanged()) {
            startAll(queue.whole());
        }
        notifyAndReschedule();
    }

    /**
     * Starts one run, unless another thread is starting runs of the queue. The watcher starts the others, so that no caller
     * waits for several steps of a shared store.
     */
    private void startNextIfFree(QueueKey queue, Instant at) {
        ReentrantLock lock = lock(queue);
        if (lock.tryLock()) {
            try {
                startOrExpireNext(queue, at);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Starts the runs of a queue for which it has room. */
    private void startQueued(QueueKey queue, Instant at) {
        ReentrantLock lock = lock(queue);
        lock.lock();
        try {
            while (startOrExpireNext(queue, at)) {}
        } finally {
            lock.unlock();
        }
    }

    /** Starts or expires the next run of a queue; returns false if there is none. */
    private boolean startOrExpireNext(QueueKey queue, Instant at) {
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

    private void startAll(@Nullable QueueKey whole) {
        Instant now = clock.now();
        for (QueueKey queue : store.waiting()) {
            if (whole == null || whole.equals(queue.whole())) {
                startQueued(queue, now);
            }
        }
    }

    /** Makes the changes that are possible after another server changed a queue, null for all queues. */
    private void onExternalChange(@Nullable QueueKey queue) {
        if (queue == null) {
            dueChanges.fire(clock.now());
            startAll(null);
        } else {
            startQueued(queue, clock.now());
        }
        notifyAndReschedule();
    }

    private void start(Run run, Instant at) {
        TaskBehavior behavior = behaviors.of(run.task());
        if (behavior.staysQueued()) {
            return;
        }
        OutcomePlan plan = behavior.plan();
        TaskOutcome outcome = plan == null ? null : plan.take(run);
        if (outcome != null && outcome.staysQueued()) {
            if (!transitions.stay(run)) {
                plan.giveBack(outcome);
            }
            return;
        }
        RunContextHandler handler = behavior.handler();
        HandlerThreads.Work work = handler == null ? null : handlers.prepare(run.id());
        Run executing = null;
        try {
            executing = transitions.start(run, at, outcome);
        } finally {
            if (executing == null && work != null) {
                handlers.discard(work);
            }
        }
        if (executing == null) {
            if (outcome != null) {
                plan.giveBack(outcome);
            }
        } else if (work != null) {
            Run started = executing;
            handlers.start(work, () -> handle(started, handler, work));
        } else if (outcome != null && outcome.duration().isZero()) {
            transitions.complete(executing, at);
        }
    }

    private void handle(Run run, RunContextHandler handler, HandlerThreads.Work work) {
        if (!work.begin()) {
            return;
        }
        RunBuilder finished = run.toBuilder();
        try {
            finished.output(handler.handle(run, new HandledRun(run, store, changes, work)))
                    .status(RunStatus.COMPLETED);
        } catch (Throwable thrown) {
            finished.status(RunStatus.FAILED)
                    .error(thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage())
                    .errorName(thrown.getClass().getSimpleName())
                    .stackTrace(stackTrace(thrown));
        }
        if (work.end()) {
            return;
        }
        Run result = finished.build();
        handlers.retryUntilStored(() -> transitions.finishHandled(run, result, clock.now()));
        handlers.retryUntilStored(() -> {
            startQueued(QueueKey.of(run), clock.now());
            notifyAndReschedule();
        });
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        StringBuffer all = text.getBuffer();
        return all.substring(0, Math.min(all.length(), MAX_STACK_TRACE));
    }

    /** Makes the changes that follow from a change that a caller asked for. */
    private void afterChange(Run before, Run after) {
        boolean leftQueue = before.status() == RunStatus.EXECUTING && after.status() != RunStatus.EXECUTING;
        // Another thread may have tried to start the version before.
        if (leftQueue || after.status() == RunStatus.QUEUED) {
            startSoon(QueueKey.of(after));
        }
        notifyAndReschedule();
    }

    /** Starts the runs of a queue for which it has room; in a shared store without letting the caller wait for it. */
    private void startSoon(QueueKey queue) {
        if (queueWatcher == null) {
            startQueued(queue, clock.now());
        } else {
            queueWatcher.add(queue);
        }
    }

    /** Interrupts the handler of a run that was canceled, here or by another engine. */
    private void interruptIfCanceled(Run run) {
        if (run.status() == RunStatus.CANCELED) {
            handlers.cancel(run.id());
        }
    }

    /** Sets the timer and notifies listeners. It is called after changes, without a lock, because it may wait. */
    private void notifyAndReschedule() {
        store.nextDue().ifPresent(clock::wake);
        eventDispatcher.deliver();
    }

    /** Makes the changes that are due. */
    private final class DueChanges implements ScheduledChanges {
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
                startQueued(QueueKey.of(run), at);
                eventDispatcher.deliver();
            }
        }
    }
}
