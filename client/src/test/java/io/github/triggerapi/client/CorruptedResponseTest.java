package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.error.TooManyRequestsException;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses with a few characters changed at random result in an id or in a documented exception. */
@Tag("independent")
class CorruptedResponseTest {

    private static final int CALLS = 400;
    private static final String PIECES = "\r\n :;,\"{}[]\\-0019afxz\u0000\u00ff";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 14\r\n\r\n{\"id\":\"run_1\"}",
                "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"id\":\"\r\n7\r\nrun_1\"}\r\n0\r\n\r\n",
                "400 Bad\r\nContent-Length: 23\r\n\r\n{\"error\":\"No\",\"a\":[1e9]}",
                "429 Slow\r\nRetry-After: 120\r\nx-ratelimit-reset: 1893456000000\r\n\r\n{\"error\":\"Slow\"}",
                "503 Gone\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\nx-should-retry: true\r\n\r\n"
            })
    void yieldsResponseOrDocumentedException(String response) {
        Random random = new Random(response.hashCode());
        AtomicReference<String> sent = new AtomicReference<>();
        try (RawServer server = RawServer.start(exchange -> {
                    String damaged = damaged("HTTP/1.1 " + response, random);
                    sent.set(damaged);
                    exchange.write(damaged);
                });
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
                        .sleeper((delay, cancelled) -> {})
                        .timeout(Duration.ofSeconds(30))
                        .build()) {
            for (int i = 0; i < CALLS; i++) {
                boolean blocking = i % 2 == 0;
                check(
                        () -> blocking
                                ? trigger(client).send()
                                : trigger(client)
                                        .sendAsync()
                                        .orTimeout(60, TimeUnit.SECONDS)
                                        .join(),
                        sent);
            }
        }
    }

    private static void check(Supplier<TriggerTaskResponse> call, AtomicReference<String> sent) {
        try {
            assertThat(call.get()).isNotNull();
        } catch (RuntimeException e) {
            Throwable failure = e instanceof CompletionException ? e.getCause() : e;
            assertThat(failure).as(sent::get).isInstanceOf(TriggerException.class);
            if (failure instanceof TriggerResponseException response) {
                response.error();
                response.error(ErrorResponse.class).map(ErrorResponse::additionalProperties);
                response.requestId();
            }
            if (failure instanceof TooManyRequestsException tooMany) {
                tooMany.reset();
            }
        }
    }

    private static synchronized String damaged(String response, Random random) {
        StringBuilder damaged = new StringBuilder(response);
        for (int i = random.nextInt(4); i >= 0; i--) {
            // After "HTTP/1.1 ", as most changes of it have the same effect.
            int at = 9 + random.nextInt(damaged.length() - 9);
            String piece = "" + PIECES.charAt(random.nextInt(PIECES.length()));
            int length = random.nextInt(3);
            damaged.replace(at, Math.min(damaged.length(), at + length), random.nextInt(4) == 0 ? "" : piece);
        }
        return damaged.toString();
    }
}
