package io.github.triggerapi.mock.internal.clock;

import io.github.triggerapi.mock.internal.concurrent.DaemonThreads;
import io.github.triggerapi.mock.run.store.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes a running clock when something becomes due. There is one timer, set to the earliest due time. */
final class DueTimer {
    private static final Logger LOGGER = System.getLogger(DueTimer.class.getName());

    /** The longest delay of the timer. If nothing is due after it, the timer is set anew. */
    private static final Duration MAX_DELAY = Duration.ofDays(1);

    /** How long changes that are due wait for another attempt after the store failed. */
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final EngineClock clock;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable Future<?> scheduled;
    private @Nullable Instant setTo;

    DueTimer(EngineClock clock) {
        this.clock = clock;
    }

    synchronized void set(Instant due) {
        if (setTo != null && !due.isBefore(setTo)) {
            return;
        }
        clear();
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mock-clock"));
        }
        Duration delay = Duration.between(clock.now(), due);
        long millis = delay.compareTo(MAX_DELAY) < 0 ? delay.toMillis() : MAX_DELAY.toMillis();
        scheduled = timer.schedule(this::wakeClock, Math.max(0, millis + 1), TimeUnit.MILLISECONDS);
        setTo = due;
    }

    private void wakeClock() {
        synchronized (this) {
            setTo = null;
            scheduled = null;
        }
        try {
            clock.fireDue();
        } catch (StoreException e) {
            LOGGER.log(Level.WARNING, e.getMessage());
            // The store may work again before anything else sets the timer.
            clock.wake(clock.now().plus(RETRY_DELAY));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A change that was due failed", e);
        }
    }

    /** Cancels the timer, because the time was changed. */
    synchronized void clear() {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        scheduled = null;
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
