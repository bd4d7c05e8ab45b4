package io.github.triggerapi.client;

import static io.github.triggerapi.client.Requests.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.internal.transport.EarlyTimeout;
import io.github.triggerapi.client.internal.transport.WaitingCalls;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** By itself, as all clients of a JVM have the one thread that watches over time limits. */
@Isolated
class EarlyTimeoutTest {

    private static final int CALLS = 20;
    private static final int ROUNDS = 20;

    /** How often the thread that watches over time limits has gone to sleep. */
    private static long sleeps() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("Okio Watchdog"))
                .mapToLong(thread -> ManagementFactory.getThreadMXBean()
                        .getThreadInfo(thread.getId())
                        .getWaitedCount())
                .sum();
    }

    @Test
    void callsDoNotWakeTheThreadThatWatchesOverTimeLimits() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .build()) {
            // The clients of other tests may have left some that have to end first.
            boolean slept = IntStream.range(0, ROUNDS).anyMatch(round -> sleepsDuringCalls(client) < CALLS / 2);

            assertThat(slept).isTrue();
        }
    }

    private static long sleepsDuringCalls(TriggerClient client) {
        long before = sleeps();
        for (int i = 0; i < CALLS; i++) {
            client.send(trigger(client));
        }
        return sleeps() - before;
    }

    @Test
    void itEndsWhenThereAreNoCallsAndBeginsAgainWithTheNext() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        CountDownLatch ended = new CountDownLatch(2);
        EarlyTimeout timeout = new EarlyTimeout(Duration.ofMillis(1), new WaitingCalls()) {
            @Override
            protected void timedOut() {
                rounds.countDown();
                super.timedOut();
                if (!isRunning()) {
                    ended.countDown();
                }
            }
        };

        timeout.use();
        while (ended.getCount() == 2) {
            Thread.onSpinWait();
        }
        assertThat(timeout.isRunning()).isFalse();
        timeout.use();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.getCount()).isZero();
    }
}
