package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.mock.MockServer;
import org.junit.jupiter.api.Test;

/** Runs code that triggers tasks against the mock server, inside a test. */
class MockInTest {

    @Test
    void sameIdempotencyKeyGivesSameRun() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .build()) {
            String first = client.send(client.tasks().triggerTaskV1("my-task", Options.body()))
                    .id();
            String second = client.send(client.tasks().triggerTaskV1("my-task", Options.body()))
                    .id();

            assertThat(second).isEqualTo(first);
        }
    }
}
