package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.server.api.Apis;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ServerErrorException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class InterfaceTest {

    @Test
    void allOperationsHaveDefaultMethods() {
        assertThat(Apis.all()).contains(TasksApi.class);
        for (Class<?> api : Apis.all()) {
            assertThat(api.isInterface()).isTrue();
            assertThat(api.isAnnotationPresent(Path.class)).isTrue();
            assertThat(api.getDeclaredMethods()).isNotEmpty().allMatch(Method::isDefault);
        }
    }

    @Test
    void defaultMethodsRespondWith501() {
        TasksApi api = new TasksApi() {};

        assertThatThrownBy(() ->
                        api.triggerTaskV1("a", TriggerTaskRequestBody.builder().build()))
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        e -> assertThat(e.getResponse().getStatus()).isEqualTo(501))
                .hasMessageContaining("trigger_task_v1");
    }
}
