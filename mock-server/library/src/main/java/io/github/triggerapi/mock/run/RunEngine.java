package io.github.triggerapi.mock.run;

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
    private final MockClock clock;
    private final RunIds ids;
    private final Plans plans;
    private final Changes changes;
    private final Handlers handlers;
    private final Deliveries deliveries = new Deliveries();
    private final MockClock.Timed timed = new Times();
    private final Runnable stopListening;
    private final @Nullable Lookout lookout;
    private final Runnable stopWatching;

    /** Whoever moves the runs of a queue has its lock, so that what happens at once has happened for all who look. */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /**
     * An engine at work.
     *
     * @param random what ids are made from; safe for use by many threads
     * @param standard what becomes of runs of tasks of which nothing else is said
     * @param handlerThreads how many handlers may work at once, 1 or more
     */
    public RunEngine(RunStore store, MockClock clock, RandomGenerator random, TaskPlan standard, int handlerThreads) {
        this.store = store;
        this.changes = new Changes(store);
        this.clock = clock;
        this.ids = new RunIds(random);
        this.plans = new Plans(standard);
        this.handlers = new Handlers(handlerThreads);
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
        if (store.isShared()) {
            lookout = new Lookout(this::look);
            stopWatching = store.watch(lookout::note);
            stopListening = store.listen(run -> {
                deliveries.note(run);
                deliveries.deliver();
            });
        } else {
            lookout = null;
            stopWatching = () -> {};
            stopListening = store.listen(deliveries::note);
        }
        clock.join(timed);
        moveAll(null);
        settle();
    }

    /** The clock that it goes by. */
    public MockClock clock() {
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
    public Triggered trigger(RunRequest request) {
        Instant now = clock.now();
        Triggered triggered = store.trigger(NewRun.of(request, ids.next(), now));
        Run run = triggered.run();
        if (triggered.isMade()) {
            if (run.status() == RunStatus.QUEUED) {
                begin(triggered, now);
            }
            if (triggered.limitChanged()) {
                moveAll(QueueKey.of(run).whole());
            }
            settle();
        }
        return triggered.with(store.find(run.id()).orElse(run));
    }

    /** The run that a request for a task would get now for its idempotency key. */
    public Optional<Run> held(String environment, String task, String idempotencyKey) {
        return store.held(environment, task, idempotencyKey, clock.now());
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
    public void plan(String task, TaskPlan plan) {
        plans.set(task, plan);
        moveAll(null);
        settle();
    }

    /**
     * Tells a listener of each change from now on.
     *
     * @return what ends that
     */
    public Runnable listen(RunListener listener) {
        return deliveries.add(listener);
    }

    /**
     * Waits until no handler works and no run could be started: those that are left wait for time to pass, for room in
     * their queue, or for nothing.
     *
     * @throws IllegalStateException where that is not so in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        timed.fire(clock.now());
        settle();
        if (!handlers.awaitIdle(timeout)) {
            RunFilter executing =
                    RunFilter.builder().status(RunStatus.EXECUTING).build();
            throw new IllegalStateException("Not idle after " + timeout + ": "
                    + store.list(executing, null, 10).runs());
        }
    }

    /** Forgets runs, keys, limits, and what was said of tasks. What handlers are at leads to nothing. */
    public void reset() {
        plans.reset();
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
        look(null);
    }

    /** Stops. Handlers are interrupted; the store stays as it is. */
    @Override
    public void close() {
        clock.leave(timed);
        stopWatching.run();
        stopListening.run();
        if (lookout != null) {
            lookout.close();
        }
        handlers.close();
    }

    /** Starts a new run if it has room, without waiting for other threads where each step takes a round trip. */
    private void begin(Triggered triggered, Instant at) {
        Run run = triggered.run();
        QueueKey queue = QueueKey.of(run);
        if (lookout == null) {
            move(queue, at);
            return;
        }
        // Until all is done, as the store may fail meanwhile and the run is made already.
        boolean leftToLookout = true;
        try {
            if (triggered.isUnlimited()) {
                start(run, at);
                leftToLookout = false;
            } else {
                moveNextOrLeave(queue, at);
            }
        } finally {
            if (leftToLookout) {
                lookout.note(queue);
            }
        }
    }

    /** Starts one run, unless another thread sees to the queue: its runs take turns, and the lookout sees to the others. */
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
        Optional<Run> next = store.next(queue, plans.movingTasks());
        next.ifPresent(run -> {
            Instant expires = run.dueAt();
            if (expires != null && !expires.isAfter(at)) {
                changes.expire(run, expires);
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
    private void look(@Nullable QueueKey queue) {
        if (queue == null) {
            timed.fire(clock.now());
            moveAll(null);
        } else {
            move(queue, clock.now());
        }
        settle();
    }

    private void start(Run run, Instant at) {
        TaskPlan plan = plans.of(run.task());
        if (plan.staysQueued()) {
            return;
        }
        Duration work = plan.completeAfter();
        RunHandler handler = plan.handler();
        Run executing = changes.start(run, at, work);
        if (executing == null) {
            return;
        }
        if (handler != null) {
            handlers.start(() -> handle(executing, handler));
        } else if (work != null && work.isZero()) {
            changes.complete(executing, null, at);
        }
    }

    private void handle(Run run, RunHandler handler) {
        Runnable outcome;
        try {
            JsonValue output = JsonValue.of(handler.handle(run));
            outcome = () -> changes.complete(run, output, clock.now());
        } catch (Throwable thrown) {
            String message = thrown.getMessage();
            String error = message == null ? thrown.getClass().getName() : message;
            outcome = () -> changes.fail(run, error, clock.now());
        }
        handlers.insist(outcome);
        handlers.insist(() -> {
            move(QueueKey.of(run), clock.now());
            settle();
        });
    }

    /** What is left to do after changes, when no lock is held: others may be waited for here. */
    private void settle() {
        store.nextDue().ifPresent(clock::wake);
        deliveries.deliver();
    }

    /** What time does to runs. */
    private final class Times implements MockClock.Timed {
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
                    case DELAYED -> changes.enqueue(run, at);
                    case QUEUED -> changes.expire(run, at);
                    default -> changes.complete(run, null, at);
                }
                move(QueueKey.of(run), at);
                deliveries.deliver();
            }
        }
    }
}
