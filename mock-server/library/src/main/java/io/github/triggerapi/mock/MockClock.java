package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The clock of a mock server: either the clock of the computer, which a test can move forward, or one that stands still
 * until a test moves it. Runs
 * change their status by it: at the end of a delay, of the time to live, and of work that takes a while.
 *
 * <p>When the clock is moved, everything that becomes due until then happens in order of time, each at its own instant,
 * before the method returns. Handlers however work in real time: a run that waits for one of them keeps waiting. Several
 * servers may share a clock. All methods are safe to call from any thread.
 */
public final class MockClock implements InstantSource {
    private final EngineClock clock;

    private MockClock(EngineClock clock) {
        this.clock = clock;
    }

    /** Returns a clock that runs as the computer's does. */
    public static MockClock running() {
        return new MockClock(EngineClock.running());
    }

    /** Returns a clock that stands at an instant. */
    public static MockClock stoppedAt(Instant instant) {
        return new MockClock(EngineClock.stoppedAt(instant));
    }

    /** Returns the part of the clock that engines use. */
    EngineClock engineClock() {
        return clock;
    }

    /** Returns whether the clock runs as the computer's does. */
    public boolean isRunning() {
        return clock.isRunning();
    }

    /** Returns the current time; a running clock has a precision of milliseconds. */
    public Instant now() {
        return clock.now();
    }

    /** Returns the same as {@link #now()}. */
    @Override
    public Instant instant() {
        return clock.now();
    }

    /**
     * Moves the clock forward. A running clock continues from there.
     *
     * @param duration 0 or more
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration duration) {
        clock.advance(duration);
    }

    /**
     * Moves the clock to an instant. A running clock continues from there.
     *
     * @param instant now or later: nothing that happened can be undone
     * @throws IllegalArgumentException if the instant is in the past
     */
    public void set(Instant instant) {
        clock.set(instant);
    }

    /**
     * Adds a listener that is called with the new time whenever the clock is moved. It must be quick and must not move the
     * clock.
     *
     * @return removes the listener when run
     */
    public Runnable listen(Consumer<Instant> listener) {
        return clock.listen(listener);
    }
}
