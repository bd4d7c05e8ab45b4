package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockServer;
import org.junit.jupiter.api.Test;

class GatewayTest {
    @Test
    void implementsTheOperation() {
        try (MockServer mock = MockServer.builder().resource(new Gateway()).start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .build()) {
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();

            assertThat(client.tasks().triggerTaskV1("my-task", body).send().id())
                    .isEqualTo("run_1234");
        }
    }
}
