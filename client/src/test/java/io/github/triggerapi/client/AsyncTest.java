package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class AsyncTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void futureCompletesWithBody() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            assertThat(trigger(client).sendAsync().thenApply(TriggerTaskResponse::id))
                    .succeedsWithin(TIMEOUT)
                    .isEqualTo("run_1234");
        }
    }

    @Test
    void cancellingFutureCancelsCall() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (HttpStub server = HttpStub.start(exchange -> {
                    arrived.countDown();
                    HttpStub.await(done);
                });
                TriggerClient client = server.client()) {
            ApiCall<TriggerTaskResponse> call = trigger(client);
            CompletableFuture<TriggerTaskResponse> future = call.sendAsync();
            arrived.await();

            future.cancel(true);

            assertThat(call.isCanceled()).isTrue();
            assertThat(future).isCancelled();
            done.countDown();
        }
    }

    @Test
    void completingFutureCancelsCall() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        try (HttpStub server = HttpStub.start(exchange -> {
                    arrived.countDown();
                    HttpStub.await(done);
                });
                TriggerClient client = server.client()) {
            ApiCall<TriggerTaskResponse> left = trigger(client);
            ApiCall<TriggerTaskResponse> late = trigger(client);
            CompletableFuture<TriggerTaskResponse> first = left.sendAsync();
            CompletableFuture<TriggerTaskResponse> second = late.sendAsync();
            arrived.await();

            first.completeExceptionally(new IllegalStateException("not needed"));
            second.orTimeout(1, TimeUnit.MILLISECONDS);

            assertThat(second).failsWithin(TIMEOUT).withThrowableThat().withCauseInstanceOf(TimeoutException.class);
            assertThat(left.isCanceled()).isTrue();
            assertThat(late.isCanceled()).isTrue();
            done.countDown();
        }
    }

    @Test
    void timeoutIncludesQueueing() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        List<CallSummary> summaries = new CopyOnWriteArrayList<>();
        OkHttpClient http = TestCalls.oneAtATime();
        try (HttpStub server = HttpStub.start(exchange -> {
                    arrived.countDown();
                    HttpStub.await(done);
                });
                TriggerClient client = server.builder()
                        .httpClient(http)
                        .observer(summaries::add)
                        .build()) {
            CompletableFuture<TriggerTaskResponse> first = trigger(client).sendAsync();
            arrived.await();
            TriggerClient hasty = client.withOptions(
                    RequestOptions.builder().timeout(Duration.ofMillis(50)).build());

            assertThat(trigger(hasty).sendAsync())
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            TriggerConnectionException.class,
                            e -> assertThat(e.isTimeout()).isTrue());
            assertThat(summaries).singleElement().satisfies(call -> {
                assertThat(call.attempts()).isZero();
                assertThat(call.failure()).containsInstanceOf(InterruptedIOException.class);
            });
            assertThat(first).isNotDone();
            first.cancel(true);
            done.countDown();
        } finally {
            http.dispatcher().executorService().shutdown();
        }
    }

    @Test
    void closingClientEndsItsThreads() throws InterruptedException {
        CountDownLatch registered = new CountDownLatch(1);
        try (HttpStub server = HttpStub.start(exchange -> {
            HttpStub.await(registered);
            HttpStub.write(exchange, 200, "application/json", "{}");
        })) {
            TriggerClient client = server.client();
            CompletableFuture<Thread> thread =
                    trigger(client).sendAsync().thenApply(response -> Thread.currentThread());
            registered.countDown();
            assertThat(thread).succeedsWithin(TIMEOUT);

            client.close();

            thread.join().join(TIMEOUT.toMillis());
            assertThat(thread.join().isAlive()).isFalse();
            assertThatIllegalStateException().isThrownBy(() -> trigger(client).sendAsync());
            assertThatIllegalStateException().isThrownBy(() -> trigger(client).send());
        }
    }

    @Test
    void closingClientDoesNotCloseHttpClientOfTheApplication() {
        OkHttpClient http = new OkHttpClient();
        try (HttpStub server = HttpStub.triggering()) {
            TriggerClient.builder()
                    .secretKey("tr_dev_1234")
                    .httpClient(http)
                    .build()
                    .close();
            TriggerClient other = TriggerClient.builder()
                    .secretKey("tr_dev_1234")
                    .apiUrl(server.url())
                    .httpClient(http)
                    .build();

            assertThat(trigger(other).sendAsync()).succeedsWithin(TIMEOUT);
        } finally {
            http.dispatcher().executorService().shutdown();
        }
    }
}
