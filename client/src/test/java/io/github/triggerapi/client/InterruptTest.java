package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.error.BadRequestException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupts of threads that wait for a response. */
@Tag("independent")
class InterruptTest {

    /** Well below the read timeout. */
    private static final Duration GUARD = Duration.ofSeconds(10);

    /** Longer than it takes to notice an interrupt. */
    private static final Duration SHORT = Duration.ofMillis(700);

    private static final String NO_RESPONSE = "";
    private static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    private static final String HALF_A_BODY = HEADERS + "{\"id\":\"run_";
    private static final String HALF_AN_ERROR = "HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n{\"error\":";

    @ParameterizedTest
    @ValueSource(strings = {NO_RESPONSE, HEADERS, HALF_A_BODY})
    void interruptCancelsCall(String response) throws InterruptedException {
        try (HangingServer server = new HangingServer(response);
                TriggerClient client = server.client(new OkHttpClient())) {
            assertThat(server.interruptedFailure(() -> trigger(client).send()))
                    .isInstanceOfSatisfying(
                            TriggerConnectionException.class,
                            e -> assertThat(e.isTimeout()).isFalse())
                    .hasCauseExactlyInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void interruptWithinErrorBodyKeepsStatus() throws InterruptedException {
        CountDownLatch headers = new CountDownLatch(1);
        OkHttpClient http = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    headers.countDown();
                    return response;
                })
                .build();
        try (HangingServer server = new HangingServer(HALF_AN_ERROR);
                TriggerClient client = server.client(http)) {
            assertThat(server.interruptedFailure(headers, () -> trigger(client).send()))
                    .isInstanceOf(BadRequestException.class);
        }
    }

    @Test
    void interruptCancelsCallOfDefaultHttpClient() throws InterruptedException {
        try (HangingServer server = new HangingServer(NO_RESPONSE);
                TriggerClient client = server.client(null)) {
            assertThat(server.interruptedFailure(() -> trigger(client).exchange()))
                    .isInstanceOf(TriggerConnectionException.class)
                    .hasCauseExactlyInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void interruptCancelsExecute() throws InterruptedException {
        try (HangingServer server = new HangingServer(NO_RESPONSE);
                TriggerClient client = server.client(null)) {
            assertThat(server.interruptedFailure(() -> trigger(client).execute()))
                    .isExactlyInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void interruptDoesNotCancelOtherCalls() throws Exception {
        try (HangingServer server = new HangingServer(NO_RESPONSE);
                TriggerClient client = server.client(null)) {
            CompletableFuture<String> other = trigger(client)
                    .exchangeAsync()
                    .thenApply(response -> response.body().id());
            Thread waiting =
                    new Thread(() -> catchThrowable(() -> trigger(client).send()), "not interrupted");
            waiting.setDaemon(true);
            waiting.start();
            server.awaitRequests(2);

            server.interruptedFailure(() -> trigger(client).send());

            assertThat(waiting.isAlive()).isTrue();
            assertThat(other).isNotDone();
        }
    }

    /** An object that the payload serializer writes. */
    private record Payload(String name) {}

    @Test
    void interruptWhileBuildingRequestDoesNotBlockOtherCalls() throws InterruptedException {
        CountDownLatch building = new CountDownLatch(1);
        // A thread that waits for a monitor remains interrupted.
        Object monitor = new Object();
        try (HangingServer server = new HangingServer(NO_RESPONSE);
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .payloadSerializer(payload -> {
                            building.countDown();
                            synchronized (monitor) {
                                return "{}";
                            }
                        })
                        .build();
                TriggerClient other = server.client(null)) {
            CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
            Thread thread = new Thread(() -> interrupted.complete(catchThrowable(() -> client.tasks()
                    .triggerTaskV1(
                            "my-task",
                            TriggerTaskRequestBody.builder()
                                    .payload(new Payload("a"))
                                    .build())
                    .send())));
            thread.setDaemon(true);
            synchronized (monitor) {
                thread.start();
                building.await();
                thread.interrupt();

                // It times out only after the interrupt has been noticed.
                TriggerClient brief = other.withOptions(
                        RequestOptions.builder().timeout(SHORT).build());
                CompletableFuture<Throwable> late = CompletableFuture.supplyAsync(
                        () -> catchThrowable(() -> trigger(brief).send()));
                assertThat(late)
                        .succeedsWithin(GUARD)
                        .isInstanceOfSatisfying(
                                TriggerConnectionException.class,
                                e -> assertThat(e.isTimeout()).isTrue());
            }
            assertThat(interrupted)
                    .succeedsWithin(GUARD)
                    .satisfies(failure -> assertThat(failure).isInstanceOf(TriggerConnectionException.class));
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    /** Sends the start of a response, and then nothing. */
    private static final class HangingServer implements AutoCloseable {

        private final CountDownLatch closed = new CountDownLatch(1);
        private final RawServer server;

        HangingServer(String response) {
            server = RawServer.start(exchange -> {
                exchange.write(response);
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        TriggerClient client(OkHttpClient http) {
            TriggerClient.Builder builder =
                    TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(server.url());
            return (http == null ? builder : builder.httpClient(http))
                    .readTimeout(Duration.ofMinutes(2))
                    .build();
        }

        String url() {
            return server.url();
        }

        /** Returns the failure of an action whose thread is interrupted when its request has arrived. */
        Throwable interruptedFailure(Action action) throws InterruptedException {
            return interruptedFailure(new CountDownLatch(0), action);
        }

        /** Returns the failure of an action whose thread is interrupted when the count is zero as well. */
        Throwable interruptedFailure(CountDownLatch ready, Action action) throws InterruptedException {
            int before = server.requests().size();
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            CompletableFuture<Boolean> stayedInterrupted = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                failure.complete(catchThrowable(action::run));
                stayedInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            thread.setDaemon(true);
            thread.start();
            awaitRequests(before + 1);
            ready.await();

            thread.interrupt();

            assertThat(stayedInterrupted)
                    .succeedsWithin(GUARD.toSeconds(), TimeUnit.SECONDS)
                    .isEqualTo(true);
            assertThat(server.requests()).as("no retry").hasSize(before + 1);
            return failure.join();
        }

        void awaitRequests(int count) {
            while (server.requests().size() < count) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            closed.countDown();
            server.close();
        }
    }
}
