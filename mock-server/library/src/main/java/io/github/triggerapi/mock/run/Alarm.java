package io.github.triggerapi.mock.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rings a running clock when something falls due: one timer, set to what is first. */
final class Alarm {
    private static final Logger LOGGER = System.getLogger(Alarm.class.getName());

    /** The longest time that a timer is set to; it rings for nothing then. */
    private static final Duration MAX_DELAY = Duration.ofDays(1);

    private final MockClock clock;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Future<?> ringing;
    private @Nullable Instant setTo;

    Alarm(MockClock clock) {
        this.clock = clock;
    }

    synchronized void set(Instant due) {
        if (setTo != null && !due.isBefore(setTo)) {
            return;
        }
        clear();
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(Threads.daemons("mock-clock"));
        }
        Duration delay = Duration.between(clock.now(), due);
        long millis = delay.compareTo(MAX_DELAY) < 0 ? delay.toMillis() : MAX_DELAY.toMillis();
        ringing = timer.schedule(this::ring, Math.max(0, millis + 1), TimeUnit.MILLISECONDS);
        setTo = due;
    }

    private void ring() {
        synchronized (this) {
            setTo = null;
            ringing = null;
        }
        try {
            clock.ring();
        } catch (StoreException e) {
            // When the store is back, what fell due meanwhile is seen to.
            LOGGER.log(Level.WARNING, e.getMessage());
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "What fell due failed", e);
        }
    }

    /** Forgets what it was set to: time is another by now. */
    synchronized void clear() {
        if (ringing != null) {
            ringing.cancel(false);
        }
        ringing = null;
        setTo = null;
    }

    synchronized void stop() {
        clear();
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }
}
