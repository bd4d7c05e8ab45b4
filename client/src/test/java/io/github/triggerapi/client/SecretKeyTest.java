package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyTest {

    @ParameterizedTest
    @CsvSource({
        "tr_dev_s3cr3t_x, tr_dev_…",
        "tr_prod_s3cr3t, tr_prod_…",
        "tr_s3cr3t_s3cr3t, …",
        "s3cr3t, …",
        "dev_s3cr3t, …"
    })
    void printsPrefixOfKeyOnly(String key, String printed) {
        TriggerClient.Builder builder = TriggerClient.builder().secretKey(key);

        assertThat(builder.toString()).doesNotContain("s3cr3t");
        try (TriggerClient client = builder.build()) {
            assertThat(client).hasToString("TriggerClient(https://api.trigger.dev/, " + printed + ")");
        }
    }

    @Test
    void requestOfCallDoesNotShowKey() {
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_s3cr3t").build()) {
            assertThat(trigger(client).request().toString()).doesNotContain("s3cr3t");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "s3cr3t\nX-Other: a",
                "s3cr3t\r\nX-Other: a",
                "s3cr3t s3cr3t",
                "s3cr3tü",
                "Bearer s3cr3t"
            })
    void rejectsInvalidKeyWithoutShowingIt(String key) {
        assertThatThrownBy(() -> TriggerClient.builder().secretKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void requiresKey() {
        assertThatThrownBy(TriggerClient.builder()::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secret key");
    }
}
