package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.Polling;
import io.github.triggerapi.client.error.AwaitTimeoutException;
import io.github.triggerapi.client.error.ForbiddenException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.retry.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Waiting for a status. */
public class PollingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);

    public record Job(String status) {}

    public interface Jobs {

        @GET("jobs/{id}")
        ApiCall<Job> get(@Path("id") String id);

        default Polling<Job> awaitJob(String id) {
            return get(id).polling(Job::status, Set.of("DONE", "FAILED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "FAILED"})
    void endsWithEachFinalStatus(String status) {
        FakeClock clock = new FakeClock();
        try (HttpStub server = statuses("QUEUED", null, "no such status", status, "QUEUED");
                TriggerClient client = client(server, clock)) {
            Job job = client.api(Jobs.class).awaitJob("job_1").await(MINUTE);

            assertThat(job.status()).isEqualTo(status);
            assertThat(server.requests())
                    .hasSize(4)
                    .allMatch(request -> request.path().equals("/jobs/job_1"));
            assertThat(clock.delays())
                    .containsExactly(Duration.ofMillis(500), Duration.ofMillis(750), Duration.ofMillis(1125));
        }
    }

    @Test
    void delaysGrowUpToAMaximum() {
        FakeClock clock = new FakeClock();
        try (HttpStub server = statuses("1", "2", "3", "4", "5", "DONE");
                TriggerClient client = client(server, clock)) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");

            assertThat(polling.withDelays(Duration.ofSeconds(2), Duration.ofSeconds(4))
                            .await(MINUTE))
                    .isEqualTo(new Job("DONE"));
            assertThat(clock.delays()).extracting(Duration::toSeconds).containsExactly(2L, 3L, 4L, 4L, 4L);
            assertThatIllegalArgumentException().isThrownBy(() -> polling.withDelays(Duration.ZERO, MINUTE));
            assertThatIllegalArgumentException().isThrownBy(() -> polling.await(Duration.ofMillis(-1)));
        }
    }

    @Test
    void timeoutNamesTheRequestAndTheLastStatus() {
        FakeClock clock = new FakeClock();
        try (HttpStub server = statuses("QUEUED", "EXECUTING");
                TriggerClient client = client(server, clock)) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");

            assertThatExceptionOfType(AwaitTimeoutException.class)
                    .isThrownBy(() -> polling.await(Duration.ofSeconds(10)))
                    .withMessage("GET /jobs/job_1 returned no final status within PT10S; the last one is EXECUTING")
                    .satisfies(e -> assertThat(e.lastStatus()).contains("EXECUTING"))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("/jobs/job_1"));
            assertThat(clock.totalDelay()).isEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void statusIsRequestedOnceWithoutTime() {
        FakeClock clock = new FakeClock();
        try (HttpStub server = statuses("DONE", "QUEUED");
                TriggerClient client = client(server, clock)) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");

            assertThat(polling.await(Duration.ZERO).status()).isEqualTo("DONE");
            assertThatExceptionOfType(AwaitTimeoutException.class).isThrownBy(() -> polling.await(Duration.ZERO));
            assertThat(clock.delays()).isEmpty();
        }
    }

    @Test
    void longestTimeoutIsAccepted() {
        try (HttpStub server = statuses("DONE");
                TriggerClient client = server.client()) {
            assertThat(client.api(Jobs.class).awaitJob("job_1").await(Duration.ofSeconds(Long.MAX_VALUE)))
                    .isEqualTo(new Job("DONE"));
        }
    }

    @Test
    void requestsAreLimitedToTheTimeout() {
        CountDownLatch latch = new CountDownLatch(1);
        try (HttpStub server = HttpStub.start(exchange -> HttpStub.await(latch));
                TriggerClient client = server.client()) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");

            assertThatExceptionOfType(AwaitTimeoutException.class)
                    .isThrownBy(() -> polling.await(MILLISECOND))
                    .withCauseInstanceOf(TriggerConnectionException.class)
                    .satisfies(e -> assertThat(e.lastStatus()).isEmpty());
            latch.countDown();
        }
    }

    /** As the service does until its replica has a new run. */
    @Test
    void missingJobIsRequestedAgainIfTheServiceSaysSo() {
        AtomicInteger requests = new AtomicInteger();
        FakeClock clock = new FakeClock();
        try (HttpStub server = HttpStub.start(exchange -> {
                    boolean missing = requests.incrementAndGet() == 1;
                    exchange.getResponseHeaders().set("x-should-retry", "true");
                    HttpStub.write(
                            exchange,
                            missing ? 404 : 200,
                            "application/json",
                            missing ? "{\"error\":\"Not found\"}" : "{\"status\":\"DONE\"}");
                });
                TriggerClient client =
                        server.builder().clock(clock).sleeper(clock).build()) {
            assertThat(client.api(Jobs.class).awaitJob("job_1").await(MINUTE)).isEqualTo(new Job("DONE"));
        }
    }

    @Test
    void failureOfARequestEndsTheWait() {
        try (HttpStub server = HttpStub.json(403, "{}");
                TriggerClient client = server.client()) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");

            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> polling.await(MINUTE));
            assertThat(polling.awaitAsync(MINUTE))
                    .failsWithin(MINUTE)
                    .withThrowableThat()
                    .withCauseInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void interruptEndsTheWait() {
        try (HttpStub server = statuses("QUEUED");
                TriggerClient client = client(server, interrupting())) {
            assertThatExceptionOfType(TriggerConnectionException.class)
                    .isThrownBy(() -> client.api(Jobs.class).awaitJob("job_1").await(MINUTE))
                    .withMessageContaining("interrupted between two requests");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static Sleeper interrupting() {
        return (delay, cancelled) -> {
            throw new InterruptedException();
        };
    }

    @Test
    void waitsWithoutAThread() {
        try (HttpStub server = statuses("QUEUED", "EXECUTING", "DONE");
                TriggerClient client = client(server, interrupting())) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1").withDelays(MILLISECOND, MILLISECOND);

            assertThat(polling.awaitAsync(MINUTE)).succeedsWithin(MINUTE).isEqualTo(new Job("DONE"));
        }
    }

    @Test
    void waitWithoutAThreadTimesOut() {
        try (HttpStub server = statuses("QUEUED");
                TriggerClient client = server.client()) {
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1").withDelays(MILLISECOND, MILLISECOND);

            assertThat(polling.awaitAsync(Duration.ofMillis(20)))
                    .failsWithin(MINUTE)
                    .withThrowableThat()
                    .withCauseInstanceOf(AwaitTimeoutException.class)
                    .withMessageContaining("the last one is QUEUED");
        }
    }

    @Test
    void cancellingEndsAWaitWithoutAThread() throws InterruptedException {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (HttpStub server = HttpStub.start(exchange -> {
                    requested.countDown();
                    HttpStub.await(cancelled);
                    HttpStub.write(exchange, 200, "application/json", "{\"status\":\"QUEUED\"}");
                });
                TriggerClient client =
                        server.builder().observer(summary -> ended.countDown()).build()) {
            CompletableFuture<Job> job = client.api(Jobs.class)
                    .awaitJob("job_1")
                    .withDelays(MILLISECOND, MILLISECOND)
                    .awaitAsync(MINUTE);
            requested.await();
            job.cancel(false);
            ended.await();
            cancelled.countDown();

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closedClientWaitsForNothing() {
        try (HttpStub server = statuses("QUEUED")) {
            TriggerClient client = server.client();
            Polling<Job> polling = client.api(Jobs.class).awaitJob("job_1");
            client.close();

            assertThatIllegalStateException().isThrownBy(() -> polling.await(MINUTE));
            assertThat(polling.awaitAsync(MINUTE))
                    .failsWithin(MINUTE)
                    .withThrowableThat()
                    .withCauseInstanceOf(IllegalStateException.class);
        }
    }

    /** Responds with one status after the other, the last one again and again. */
    private static HttpStub statuses(String... statuses) {
        List<String> all = Arrays.asList(statuses);
        AtomicInteger next = new AtomicInteger();
        return HttpStub.start(exchange -> write(exchange, all.get(Math.min(next.getAndIncrement(), all.size() - 1))));
    }

    private static void write(HttpExchange exchange, String status) throws IOException {
        String body = status == null ? "{}" : "{\"status\":\"" + status + "\"}";
        HttpStub.write(exchange, 200, "application/json", body);
    }

    private static TriggerClient client(HttpStub server, FakeClock clock) {
        return server.builder().clock(clock).sleeper(clock).build();
    }

    private static TriggerClient client(HttpStub server, Sleeper sleeper) {
        return server.builder().sleeper(sleeper).build();
    }
}
