package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @Test
    void requiresKeyOnly() {
        try (TriggerClient client = TriggerClient.builder()
                .fromEnv(Map.of("TRIGGER_SECRET_KEY", "tr_dev_1234"))
                .build()) {
            assertThat(client).hasToString("TriggerClient(https://api.trigger.dev/, tr_dev_…)");
        }
    }

    @Test
    void acceptsUrlWithPath() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        from(Map.of("TRIGGER_SECRET_KEY", "tr_dev_1234\n", "TRIGGER_API_URL", server.url() + "/v"))) {
            trigger(client).send();

            assertThat(server.request().path()).isEqualTo("/v/api/v1/tasks/my-task/trigger");
            assertThat(server.request().headers().getFirst("Authorization")).isEqualTo("Bearer tr_dev_1234");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void namesMissingVariable(String key) {
        assertThatThrownBy(() -> from(Map.of("TRIGGER_SECRET_KEY", key)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TRIGGER_SECRET_KEY");
        assertThatThrownBy(() -> from(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TRIGGER_SECRET_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:3030", "ftp://localhost", "/api", "http://", "http://localhost?a=b", "nonsense"})
    void rejectsInvalidUrl(String url) {
        Map<String, String> environment = Map.of("TRIGGER_SECRET_KEY", "tr_dev_1234", "TRIGGER_API_URL", url);

        assertThatThrownBy(() -> from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(url);
    }

    @Test
    void plainHttpRequiresConsent() {
        Map<String, String> environment =
                new HashMap<>(Map.of("TRIGGER_SECRET_KEY", "tr_dev_1234", "TRIGGER_API_URL", "http://trigger:3030"));
        for (String no : List.of("false", "", "1", "TRUE", "yes")) {
            environment.put("TRIGGER_API_ALLOW_HTTP", no);
            assertThatThrownBy(() -> from(environment))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("TRIGGER_API_ALLOW_HTTP");
        }
        environment.put("TRIGGER_API_ALLOW_HTTP", "true");

        try (TriggerClient client = from(environment)) {
            assertThat(client).hasToString("TriggerClient(http://trigger:3030/, tr_dev_…)");
        }
    }

    @Test
    void rejectsUrlWithPasswordWithoutShowingIt() {
        assertThatThrownBy(() -> TriggerClient.builder().apiUrl("https://user:s3cr3t@localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    private static TriggerClient from(Map<String, String> environment) {
        return TriggerClient.builder().fromEnv(environment).build();
    }
}
