package io.github.triggerapi.client.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.internal.transport.InterruptWatcher.WaitingCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InterruptWatcherTest {

    private final InterruptWatcher watcher = new InterruptWatcher(Duration.ofMillis(1));

    @Test
    void stopsWithoutCallsAndStartsWithTheNext() {
        for (int i = 0; i < 2; i++) {
            WaitingCall call = watcher.add(() -> {});
            assertThat(watcher.isRunning()).isTrue();

            watcher.remove(call);
            while (watcher.isRunning()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void cancelsTheCallOfAnInterruptedThread() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        CompletableFuture<String> other = new CompletableFuture<>();
        watcher.add(() -> other.complete("cancelled"));
        Thread thread = new Thread(() -> {
            watcher.add(() -> cancelled.complete("cancelled"));
            Thread.currentThread().interrupt();
            while (!cancelled.isDone()) {
                Thread.onSpinWait();
            }
        });
        thread.setDaemon(true);

        thread.start();

        assertThat(cancelled).succeedsWithin(Duration.ofSeconds(30));
        assertThat(other).isNotDone();
    }
}
