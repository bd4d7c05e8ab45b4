package io.github.triggerapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A retried call creates one run, even if the connection breaks after the server has processed the request. */
@Tag("independent")
class ExactlyOnceTest {

    private static final int CALLS = 400;
    private static final int THREADS = 16;

    @Test
    void eachCallCreatesOneRunAndReturnsItsId() {
        try (MockServer mock = MockServer.builder().start();
                CuttingProxy proxy = new CuttingProxy(mock.url(), 0.3, 4711);
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(proxy.url())
                        // With 5 attempts, all attempts of some calls would be cut.
                        .retryPolicy(RetryPolicy.builder()
                                .maxAttempts(20)
                                .initialDelay(Duration.ZERO)
                                .build())
                        .build()) {
            Map<String, String> ids = ConcurrentCalls.run(
                    THREADS,
                    CALLS / THREADS,
                    task -> client.tasks()
                            .triggerTaskV1(
                                    task, TriggerTaskRequestBody.builder().build())
                            .send()
                            .id());

            assertThat(mock.runs()).hasSize(CALLS);
            assertThat(mock.runs().stream().collect(Collectors.toMap(Run::task, Run::id)))
                    .isEqualTo(ids);
            assertThat(proxy.cuts()).isGreaterThan(CALLS / 4);
        }
    }
}
