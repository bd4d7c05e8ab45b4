package io.github.triggerapi.client.internal.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okio.AsyncTimeout;

/**
 * A time limit of nothing, which ends before all others while calls are made. Okio wakes the thread that watches over time
 * limits for each one that is the next to end: three times a call, which takes longer than all else that the client does
 * for it. Behind this one they are not, and the thread wakes four times a second. Each time it cancels the calls whose
 * threads have been interrupted.
 */
public class EarlyTimeout extends AsyncTimeout {

    private final WaitingCalls waitingCalls;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean used;

    public EarlyTimeout(WaitingCalls waitingCalls) {
        this(Duration.ofMillis(250), waitingCalls);
    }

    /** @param interval less than the time limits of calls: those that are shorter wake the thread as ever */
    public EarlyTimeout(Duration interval, WaitingCalls waitingCalls) {
        this.waitingCalls = waitingCalls;
        timeout(interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** There is a call. The thread is left to sleep when there was none for an interval. */
    public void use() {
        if (!used) {
            used = true;
        }
        if (!running.get() && running.compareAndSet(false, true)) {
            enter();
        }
    }

    public boolean isRunning() {
        return running.get();
    }

    @Override
    protected void timedOut() {
        exit();
        waitingCalls.cancelInterrupted();
        if (used || !waitingCalls.isEmpty()) {
            used = false;
            enter();
        } else {
            running.set(false);
            if (!waitingCalls.isEmpty()) {
                // A call that was added just now may have seen this running.
                use();
            }
        }
    }
}
