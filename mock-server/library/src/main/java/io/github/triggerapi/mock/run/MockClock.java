package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The time of a mock server: that of the computer, or one that stands still until it is moved. Runs change their status
 * by it: at the end of a delay, of the time to live, and of work that takes a while.
 *
 * <p>When the clock is moved, all that falls due on the way happens in the order of time, each at its own instant, and
 * has happened when the method returns. Handlers work in real time, however: what waits for one of them waits on. Several
 * servers may share a clock. All methods are safe to call from any thread.
 */
public final class MockClock implements InstantSource {
    /** The instant at which a stopped clock stands; null for a running one. */
    private volatile @Nullable Instant stoppedAt;

    /** How far a running clock is ahead of the computer's. */
    private volatile Duration ahead = Duration.ZERO;

    private final List<Timed> engines = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable Alarm alarm;

    private MockClock(@Nullable Instant stoppedAt) {
        this.stoppedAt = stoppedAt;
        alarm = stoppedAt == null ? new Alarm(this) : null;
    }

    /** A clock that runs as the computer's does. */
    public static MockClock running() {
        return new MockClock(null);
    }

    /** A clock that stands at an instant. */
    public static MockClock stoppedAt(Instant instant) {
        return new MockClock(instant);
    }

    /** Whether it runs as the computer's does. */
    public boolean isRunning() {
        return stoppedAt == null;
    }

    /** What time it is; a running clock shows milliseconds. */
    public Instant now() {
        Instant stopped = stoppedAt;
        return stopped != null ? stopped : Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same as {@link #now()}. */
    @Override
    public Instant instant() {
        return now();
    }

    /**
     * Moves the clock on. A running clock goes on from there.
     *
     * @param duration 0 or more
     * @throws IllegalArgumentException where the duration is negative
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        move(now().plus(duration));
    }

    /**
     * Moves the clock to an instant. A running clock goes on from there.
     *
     * @param instant now or later: nothing that happened can be undone
     * @throws IllegalArgumentException where the instant is past
     */
    public synchronized void set(Instant instant) {
        if (instant.isBefore(now())) {
            throw new IllegalArgumentException("instant must be %s or later: %s".formatted(now(), instant));
        }
        move(instant);
    }

    /**
     * Tells a listener from now on when the clock was moved, and to where. It must be quick and must not move the clock.
     *
     * @return what ends that
     */
    public Runnable listen(Consumer<Instant> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void move(Instant target) {
        Optional<Instant> due = nextDue();
        while (due.isPresent() && !due.get().isAfter(target)) {
            if (due.get().isAfter(now())) {
                show(due.get());
            }
            Instant now = due.get();
            engines.forEach(engine -> engine.fire(now));
            due = nextDue();
        }
        show(target);
        if (alarm != null) {
            alarm.clear();
            due.ifPresent(alarm::set);
        }
        listeners.forEach(listener -> listener.accept(target));
    }

    private void show(Instant instant) {
        if (stoppedAt != null) {
            stoppedAt = instant;
        } else {
            ahead = Duration.between(Instant.now(), instant);
        }
    }

    Optional<Instant> nextDue() {
        return engines.stream().flatMap(engine -> engine.nextDue().stream()).min(Comparator.naturalOrder());
    }

    /** Lets all happen that is due now. */
    void ring() {
        Instant now = now();
        engines.forEach(engine -> engine.fire(now));
        if (alarm != null) {
            nextDue().ifPresent(alarm::set);
        }
    }

    /** Something falls due at an instant, which is past where the clock was moved meanwhile. */
    void wake(Instant due) {
        if (alarm != null) {
            if (!engines.isEmpty()) {
                alarm.set(due);
            }
        } else if (!due.isAfter(now())) {
            ring();
        }
    }

    void join(Timed engine) {
        engines.add(engine);
        // A store may have been in use before.
        ring();
    }

    void leave(Timed engine) {
        engines.remove(engine);
        if (alarm != null && engines.isEmpty()) {
            alarm.stop();
        }
    }

    /** What changes by time. */
    interface Timed {
        /** When something falls due next, empty if nothing does. */
        Optional<Instant> nextDue();

        /** Lets all happen that falls due until an instant. */
        void fire(Instant until);
    }
}
