package io.github.triggerapi.mock.internal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the engines of one or more servers. It is either the clock of the computer or a clock that stands still
 * until it is moved.
 *
 * <p>When the clock is moved, everything that becomes due until then happens in order of time, each at its own instant,
 * before the method returns. All methods are safe to call from any thread.
 */
public final class EngineClock {
    /** The instant at which a stopped clock stands; null for a running one. */
    private volatile @Nullable Instant stoppedAt;

    /** How far a running clock is ahead of the computer's. */
    private volatile Duration ahead = Duration.ZERO;

    private final List<ScheduledChanges> engines = new CopyOnWriteArrayList<>();
    private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable DueTimer timer;

    private EngineClock(@Nullable Instant stoppedAt) {
        this.stoppedAt = stoppedAt;
        timer = stoppedAt == null ? new DueTimer(this) : null;
    }

    /** Returns a clock that runs as the computer's does. */
    public static EngineClock running() {
        return new EngineClock(null);
    }

    /** Returns a clock that stands at an instant. */
    public static EngineClock stoppedAt(Instant instant) {
        return new EngineClock(instant);
    }

    /** Returns whether the clock runs as the computer's does. */
    public boolean isRunning() {
        return stoppedAt == null;
    }

    /** Returns the current time; a running clock has a precision of milliseconds. */
    public Instant now() {
        Instant stopped = stoppedAt;
        return stopped != null ? stopped : Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Moves the clock forward. A running clock continues from there. */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        move(now().plus(duration));
    }

    /** Moves the clock to an instant, now or later. A running clock continues from there. */
    public synchronized void set(Instant instant) {
        if (instant.isBefore(now())) {
            throw new IllegalArgumentException("instant must be %s or later: %s".formatted(now(), instant));
        }
        move(instant);
    }

    /**
     * Adds a listener that is called with the new time whenever the clock is moved. It must be quick and must not move
     * the clock.
     *
     * @return removes the listener when run
     */
    public Runnable listen(Consumer<Instant> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void move(Instant target) {
        Optional<Instant> due = nextDue();
        while (due.isPresent() && !due.get().isAfter(target)) {
            if (due.get().isAfter(now())) {
                showTime(due.get());
            }
            Instant now = due.get();
            engines.forEach(engine -> engine.fire(now));
            due = nextDue();
        }
        showTime(target);
        if (timer != null) {
            timer.clear();
            due.ifPresent(timer::set);
        }
        listeners.forEach(listener -> listener.accept(target));
    }

    private void showTime(Instant instant) {
        if (stoppedAt != null) {
            stoppedAt = instant;
        } else {
            ahead = Duration.between(Instant.now(), instant);
        }
    }

    Optional<Instant> nextDue() {
        return engines.stream().flatMap(engine -> engine.nextDue().stream()).min(Comparator.naturalOrder());
    }

    /** Makes all changes that are due now. */
    void fireDue() {
        Instant now = now();
        engines.forEach(engine -> engine.fire(now));
        if (timer != null) {
            nextDue().ifPresent(timer::set);
        }
    }

    /** Takes note that a change is due at an instant, which may be in the past. */
    public void wake(Instant due) {
        if (timer != null) {
            if (!engines.isEmpty()) {
                timer.set(due);
            }
        } else if (!due.isAfter(now())) {
            fireDue();
        }
    }

    public void join(ScheduledChanges engine) {
        engines.add(engine);
        // A shared store may have changes that are due already.
        fireDue();
    }

    public void leave(ScheduledChanges engine) {
        engines.remove(engine);
        if (timer != null && engines.isEmpty()) {
            timer.stop();
        }
    }
}
