package io.github.triggerapi.client.internal.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels calls whose threads are interrupted. An interrupt does not end a blocking read from a socket, but cancelling the
 * call does. So the threads that wait for calls are checked four times a second, while there are any.
 */
final class InterruptWatcher {

    private final Set<WaitingCall> calls = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Executor timer;

    InterruptWatcher() {
        this(Duration.ofMillis(250));
    }

    InterruptWatcher(Duration interval) {
        // Runs in the JDK's timer thread, which must not be blocked.
        this.timer = CompletableFuture.delayedExecutor(interval.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
    }

    /**
     * Adds a call that the current thread is about to execute.
     *
     * @param cancel cancels the call
     */
    WaitingCall add(Runnable cancel) {
        WaitingCall call = new WaitingCall(cancel, Thread.currentThread(), new AtomicBoolean());
        calls.add(call);
        start();
        return call;
    }

    void remove(WaitingCall call) {
        calls.remove(call);
    }

    boolean isRunning() {
        return running.get();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            timer.execute(this::check);
        }
    }

    private void check() {
        cancelInterrupted();
        if (!calls.isEmpty()) {
            timer.execute(this::check);
            return;
        }
        running.set(false);
        if (!calls.isEmpty()) {
            // Added in the meantime, when this was still running.
            start();
        }
    }

    /** Cancels the calls whose threads are interrupted, each once. */
    private void cancelInterrupted() {
        for (WaitingCall call : calls) {
            if (call.thread.isInterrupted() && call.cancelled.compareAndSet(false, true)) {
                cancel(call);
            }
        }
    }

    /**
     * Cancels a call in a thread of its own: {@code cancel} blocks while the call builds its request, which runs code of
     * the application.
     */
    private static void cancel(WaitingCall call) {
        Thread thread = new Thread(call.cancel, "trigger-api-client");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // There may be a thread for it at the next check.
            call.cancelled.set(false);
        }
    }

    /**
     * A call and the thread that waits for it.
     *
     * @param cancelled whether the call has been cancelled because of an interrupt
     */
    record WaitingCall(Runnable cancel, Thread thread, AtomicBoolean cancelled) {}
}
