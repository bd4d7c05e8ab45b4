package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import org.junit.jupiter.api.Test;

class GatewayTest {
    @Test
    void implementsTheOperation() {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();

        assertThat(new Gateway().triggerTaskV1("my-task", body).id()).isEqualTo("run_1234");
    }
}
