package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Runs code that triggers tasks against the mock server, inside a test. */
class MockServerSampleTest {

    @Test
    void sameIdempotencyKeyReturnsSameRun() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .build()) {
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                    .payload("Hello, world!")
                    .options(options -> options.idempotencyKey("order-4711"))
                    .build();
            String first = client.tasks().triggerTaskV1("my-task", body).send().id();
            String second = client.tasks().triggerTaskV1("my-task", body).send().id();

            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void outcomesSayWhatBecomesOfRuns() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .build()) {
            mock.task("ship-order").outcomes(TaskOutcome.failed("No stock").times(2), TaskOutcome.completed("shipped"));
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
            for (int i = 0; i < 3; i++) {
                client.tasks().triggerTaskV1("ship-order", body).send();
            }

            assertThat(mock.runs())
                    .extracting(Run::status)
                    .containsExactly(RunStatus.FAILED, RunStatus.FAILED, RunStatus.COMPLETED);
        }
    }

    @Test
    void handlerExecutesDelayedRun() throws InterruptedException {
        MockClock clock = MockClock.stoppedAt(Instant.parse("2026-01-01T00:00:00Z"));
        try (MockServer mock = MockServer.builder().port(0).clock(clock).start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .build()) {
            mock.task("my-task").handle(run -> run.payload(String[].class).length);
            String id = client.tasks()
                    .triggerTaskV1("my-task", Options.body())
                    .send()
                    .id();
            assertThat(mock.run(id).orElseThrow().status()).isEqualTo(RunStatus.DELAYED);

            clock.advance(Duration.ofMinutes(15));
            mock.awaitIdle(Duration.ofSeconds(5));
            assertThat(mock.run(id).orElseThrow().outputJson()).isEqualTo("2");
        }
    }
}
