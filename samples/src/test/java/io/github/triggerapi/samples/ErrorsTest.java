package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.mock.MockServer;
import org.junit.jupiter.api.Test;

class ErrorsTest {

    @Test
    void handlesEachFailure() {
        MockServer mock = MockServer.builder().port(0).tasks("my-task").start();
        String url = mock.url().toString();
        try (TriggerClient client = client("tr_dev_1234", url);
                TriggerClient stranger = client("pk_dev_1234", url)) {
            assertThat(Errors.outcome(client, "my-task")).startsWith("run_");
            assertThat(Errors.outcome(client, "other-task")).isEqualTo("no task other-task");
            assertThat(Errors.outcome(stranger, "my-task")).startsWith("401: ");
            mock.close();
            assertThat(Errors.outcome(client, "my-task")).isEqualTo("no response");
        }
    }

    private static TriggerClient client(String key, String url) {
        return TriggerClient.builder()
                .secretKey(key)
                .apiUrl(url)
                .retryPolicy(RetryPolicy.none())
                .build();
    }
}
