package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void refusedConnectionThrowsConnectionException() {
        String url;
        try (HttpStub server = HttpStub.triggering()) {
            url = server.url();
        }
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(url)
                .sleeper((delay, cancelled) -> {})
                .build()) {
            assertFails(client);
        }
    }

    @Test
    void incompleteBodyThrowsConnectionException() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                });
                TriggerClient client = server.client()) {
            assertFails(client);
        }
    }

    @Test
    void incompleteErrorBodyThrowsResponseException() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.sendResponseHeaders(404, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                });
                TriggerClient client = server.client()) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> client.send(trigger(client)))
                    .satisfies(e -> assertThat(e.body()).isEqualTo("{"));
        }
    }

    private static void assertFails(TriggerClient client) {
        assertThatThrownBy(() -> client.send(trigger(client)))
                .isInstanceOf(TriggerConnectionException.class)
                .hasMessageContaining("POST /api/v1/tasks/my-task/trigger")
                .hasCauseInstanceOf(IOException.class);
        CompletableFuture<?> future = client.sendAsync(trigger(client));
        assertThat(future)
                .failsWithin(java.time.Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(TriggerConnectionException.class);
    }
}
