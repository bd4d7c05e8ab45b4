package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.internal.retry.RetryInterceptor;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOptionsTest {

    @Test
    void overridesKeyServerAndHeaders() {
        try (HttpStub one = HttpStub.triggering();
                HttpStub other = HttpStub.triggering();
                TriggerClient client = one.builder().header("x-a", "1").build()) {
            TriggerClient copy = client.withOptions(RequestOptions.builder()
                    .apiUrl(other.url() + "/under/this/")
                    .secretKey("tr_prod_5678")
                    .header("X-A", "2")
                    .header("x-b", "3")
                    .build());

            trigger(copy).send();
            trigger(client).send();

            HttpStub.Request changed = other.request();
            assertThat(changed.path()).startsWith("/under/this/api/v1/");
            assertThat(changed.headers().get("Authorization")).containsExactly("Bearer tr_prod_5678");
            assertThat(changed.headers().get("x-a")).containsExactly("2");
            assertThat(changed.headers().get("x-b")).containsExactly("3");
            HttpStub.Request unchanged = one.request();
            assertThat(unchanged.headers().get("Authorization")).containsExactly("Bearer tr_dev_1234");
            assertThat(unchanged.headers().get("x-a")).containsExactly("1");
            assertThat(unchanged.headers()).doesNotContainKey("X-b");
            assertThat(copy).hasToString("TriggerClient(" + other.url() + "/under/this/, tr_prod_…)");
        }
    }

    @Test
    void keepsOptionsThatAreNotSet() {
        try (HttpStub server = HttpStub.json(503, "");
                TriggerClient client = server.builder()
                        .header("x-a", "1")
                        .retryPolicy(RetryPolicy.builder().maxAttempts(3).build())
                        .timeout(Duration.ofSeconds(7))
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            TriggerClient copy = client.withOptions(
                            RequestOptions.builder().header("x-b", "2").build())
                    .withOptions(RequestOptions.builder().build());

            ApiCall<TriggerTaskResponse> call = trigger(copy);
            assertThat(call.timeout().timeoutNanos())
                    .isEqualTo(Duration.ofSeconds(7).toNanos());
            assertThatExceptionOfType(ServerErrorException.class).isThrownBy(() -> call.send());
            assertThat(server.requests()).hasSize(3).allSatisfy(request -> {
                assertThat(request.headers().get("x-a")).containsExactly("1");
                assertThat(request.headers().get("x-b")).containsExactly("2");
                assertThat(request.headers().get("Authorization")).containsExactly("Bearer tr_dev_1234");
            });
        }
    }

    @Test
    void overridesRetryPolicyAndMaxResponseBytes() {
        try (HttpStub failing = HttpStub.json(503, "");
                HttpStub server = HttpStub.triggering();
                TriggerClient client = failing.builder()
                        .retryPolicy(RetryPolicy.none())
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            TriggerClient patient = client.withOptions(
                    RequestOptions.builder().retryPolicy(RetryPolicy.standard()).build());
            TriggerClient narrow = client.withOptions(RequestOptions.builder()
                    .apiUrl(server.url())
                    .maxResponseBytes(3)
                    .build());

            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> trigger(patient).send());
            assertThat(failing.requests()).hasSize(5);
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> trigger(narrow).send());
        }
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1000000", "PT24H, 86400000000000", "P24D, 2073600000000000"})
    void overridesTimeout(Duration timeout, long nanos) {
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").build()) {
            TriggerClient copy =
                    client.withOptions(RequestOptions.builder().timeout(timeout).build());

            assertThat(trigger(copy).timeout().timeoutNanos()).isEqualTo(nanos);
            assertThat(trigger(client).timeout().timeoutNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(2));
        }
    }

    @Test
    void keepsTimeoutOfHttpClient() {
        OkHttpClient http =
                new OkHttpClient.Builder().callTimeout(9, TimeUnit.SECONDS).build();
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .httpClient(http)
                .build()) {
            assertThat(trigger(client).timeout().timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1S", "PT0.0009S", "P25D", "PT2562047788015215H"})
    void rejectsInvalidTimeout(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().timeout(timeout))
                .withMessageContaining("timeout is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriggerClient.builder().timeout(timeout));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void rejectsInvalidMaxResponseBytes(long bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().maxResponseBytes(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@example.com",
                "https://user:s3cr3t@example.com",
                "https://:s3cr3t@example.com",
                "ftp://example.com",
                "example.com",
                "https://example.com?a=b",
                "https://example.com#a",
                ""
            })
    void rejectsInvalidUrl(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().apiUrl(url))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t"));
    }

    @Test
    void retriesAfterReadTimeout() {
        try (RawServer server = RawServer.start(exchange -> {
                    if (exchange.number() == 1) {
                        exchange.socket().getInputStream().read(); // until the client closes the connection
                    }
                    exchange.respond(200, "{\"id\":\"run_1\"}");
                });
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            TriggerClient hasty = client.withOptions(
                    RequestOptions.builder().readTimeout(Duration.ofSeconds(1)).build());

            assertThat(trigger(hasty).send().id()).isEqualTo("run_1");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void builderCanBeReused() {
        RequestOptions.Builder builder = RequestOptions.builder().header("x-a", "s3cr3t");
        RequestOptions one = builder.build();

        RequestOptions other =
                builder.header("x-b", "2").timeout(Duration.ofSeconds(1)).build();

        assertThat(one)
                .hasToString(
                        "RequestOptions(apiUrl=null, timeout=null, readTimeout=null, retryPolicy=null, maxResponseBytes=null,"
                                + " headers=[x-a])");
        assertThat(other).asString().contains("headers=[x-a, x-b]", "timeout=PT1S");
        assertThat(other.toBuilder().build()).hasToString(other.toString());
    }

    @Test
    void keepsIdempotencyKeyOfOptions() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .header(RetryInterceptor.IDEMPOTENCY_KEY, "own")
                        .build()) {
            trigger(client).send();

            assertThat(server.request().headers().get(RetryInterceptor.IDEMPOTENCY_KEY))
                    .containsExactly("own");
        }
    }

    @Test
    void derivedClientsShareConnections() {
        Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
        try (HttpStub server = HttpStub.start(exchange -> {
                    callers.add(exchange.getRemoteAddress());
                    HttpStub.write(exchange, 200, "application/json", "{\"id\":\"run_1\"}");
                });
                TriggerClient client = server.client()) {
            for (int i = 0; i < 5; i++) {
                TriggerClient copy = client.withOptions(RequestOptions.builder()
                        .timeout(Duration.ofSeconds(60 + i))
                        .build());
                trigger(copy).send();
                copy.close();
            }
            trigger(client).send();

            assertThat(callers).hasSize(1);
        }
    }

    @Test
    void closingClientClosesDerivedClients() {
        try (HttpStub server = HttpStub.triggering()) {
            TriggerClient client = server.client();
            TriggerClient copy = client.withOptions(RequestOptions.builder().build());

            client.close();

            assertThatIllegalStateException().isThrownBy(() -> trigger(copy).send());
            assertThatIllegalStateException().isThrownBy(() -> trigger(copy).sendAsync());
        }
    }
}
