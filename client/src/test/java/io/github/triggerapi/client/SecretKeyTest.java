package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
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
    void failuresDoNotShowKey() {
        String gone;
        try (HttpStub server = HttpStub.triggering()) {
            gone = server.url();
        }
        try (HttpStub refusing = HttpStub.json(401, "{\"error\":\"Invalid key tr_dev_s3cr3t\"}");
                HttpStub babbling = HttpStub.json(200, "<html>");
                HttpStub breaking = HttpStub.start(exchange -> exchange.sendResponseHeaders(200, 9))) {
            for (String url : List.of(gone, refusing.url(), babbling.url(), breaking.url())) {
                try (TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_s3cr3t")
                        .apiUrl(url)
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
                    Throwable thrown = catchThrowable(() -> client.send(trigger(client)));
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace));

                    assertThat(thrown).isInstanceOf(TriggerException.class);
                    assertThat(trace.toString()).doesNotContain("s3cr3t");
                    assertThat(trigger(client).request().toString()).doesNotContain("s3cr3t");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cr3t\nX-Other: a", "s3cr3t s3cr3t", "s3cr3tü"})
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
