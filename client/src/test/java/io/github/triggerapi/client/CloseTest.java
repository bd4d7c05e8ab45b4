package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.retry.Sleeper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CloseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void callsInProgressFail() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        try (RawServer server = RawServer.start(exchange -> {
            arrived.countDown();
            exchange.socket().getInputStream().read();
            done.countDown();
        })) {
            TriggerClient client = TriggerClient.builder()
                    .secretKey("tr_dev_1234")
                    .apiUrl(server.url())
                    .build();
            CompletableFuture<Throwable> blocking = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> trigger(client).send()));
            CompletableFuture<?> async = trigger(client).sendAsync();
            arrived.await();

            client.close();
            client.close();

            assertThat(blocking)
                    .succeedsWithin(TIMEOUT)
                    .satisfies(failure -> assertThat(failure).isInstanceOf(TriggerConnectionException.class));
            assertThat(async)
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TriggerConnectionException.class);
            done.await();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void callBetweenAttemptsFails() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        try (RawServer server = RawServer.start(exchange -> exchange.respond(503, ""))) {
            TriggerClient client = TriggerClient.builder()
                    .secretKey("tr_dev_1234")
                    .apiUrl(server.url())
                    .sleeper((delay, cancelled) -> {
                        waiting.countDown();
                        Sleeper.blocking().sleep(Duration.ofHours(1), cancelled);
                    })
                    .build();
            CompletableFuture<?> call = trigger(client).sendAsync();
            waiting.await();

            client.close();

            assertThat(call)
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TriggerConnectionException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interruptBetweenAttemptsIsNoTimeout() {
        try (RawServer server = RawServer.start(exchange -> exchange.respond(503, ""));
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .sleeper((delay, cancelled) -> {
                            throw new InterruptedException();
                        })
                        .build()) {
            Throwable between = catchThrowable(() -> trigger(client).send());
            boolean wasKept = Thread.currentThread().isInterrupted();
            Throwable before = catchThrowable(() -> trigger(client).send());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(wasKept).isTrue();
            assertThat(List.of(between, before))
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOfSatisfying(
                                    TriggerConnectionException.class,
                                    e -> assertThat(e.isTimeout()).isFalse()));
        }
    }

    /** A program that does not close its client. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            TriggerClient client = TriggerClient.builder()
                    .secretKey("tr_dev_1234")
                    .apiUrl(args[0])
                    .build();
            String blocking = trigger(client).send().id();
            String async = trigger(client).sendAsync().join().id();
            long left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                    .filter(thread -> thread.getThreadGroup() != null
                            && thread.getThreadGroup().getName().equals("main"))
                    .count();
            System.out.println(blocking + " " + async + " " + left);
        }
    }

    @Test
    void programEndsWithoutClosingClient() throws Exception {
        try (HttpStub server = HttpStub.triggering()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Program.class.getName(),
                            server.url())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output.strip()).isEqualTo("run_1234 run_1234 0");
        }
    }
}
