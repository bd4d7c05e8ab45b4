package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.client.error.TriggerResponseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses with a successful status and an invalid body. */
class UnexpectedResponseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{\"id\":7}",
                "{\"id\":[]}",
                "{\"id\":\"run_1\"",
                "{\"id\":\"run_1\"} and more"
            })
    void unreadableSuccessResponseThrows(String body) {
        try (HttpStub server = HttpStub.json(200, body);
                TriggerClient client = server.client()) {
            assertIsUnreadable(catchThrowable(() -> trigger(client).send()), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "null", "[]", "{\"id\":7}"})
    void futureFailsWithSameException(String body) {
        try (HttpStub server = HttpStub.json(200, body);
                TriggerClient client = server.client()) {
            CompletableFuture<?> future = trigger(client).sendAsync();

            assertIsUnreadable(
                    catchThrowableOfType(ExecutionException.class, future::get).getCause(), body);
        }
    }

    @Test
    void missingBodyThrows() {
        try (HttpStub server = HttpStub.json(204, "");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.status()).isEqualTo(204);
        }
    }

    @Test
    void keepsStartOfLargeBody() {
        try (HttpStub server = HttpStub.json(200, "x".repeat(1024 * 1024));
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.body()).hasSize(64 * 1024);
        }
    }

    private static void assertIsUnreadable(Throwable thrown, String body) {
        assertThat(thrown).isInstanceOfSatisfying(TriggerResponseException.class, e -> {
            assertThat(e.status()).isEqualTo(200);
            assertThat(e.headers().get("X-Request-Id")).isEqualTo("req_1");
            assertThat(e.body()).isEqualTo(body);
            assertThat(e).hasMessageContaining("returned 200 with an invalid body");
        });
    }
}
