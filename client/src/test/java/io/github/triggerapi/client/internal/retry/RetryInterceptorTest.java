package io.github.triggerapi.client.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.triggerapi.client.FakeClock;
import io.github.triggerapi.client.RawServer;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uses the interceptor in a plain OkHttp client. */
class RetryInterceptorTest {

    private static final RequestBody BODY = RequestBody.create("{}", MediaType.get("application/json"));

    private final FakeClock time = new FakeClock();

    @Test
    void retriesUntilSuccess() throws IOException {
        try (RawServer server = failingTwice(503)) {
            assertThat(status(client(RetryPolicy.standard(), () -> 0), post(server)))
                    .isEqualTo(200);

            assertThat(time.delays()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(1600));
            assertThat(server.requests()).extracting(RawServer.Exchange::body).containsExactly("{}", "{}", "{}");
        }
    }

    @Test
    void returnsLastResponseAfterAllAttempts() throws IOException {
        try (RawServer server = RawServer.start(exchange -> exchange.respond(503, "" + exchange.number()));
                Response response = client(RetryPolicy.standard(), () -> 0)
                        .newCall(post(server))
                        .execute()) {
            assertThat(response.code()).isEqualTo(503);
            assertThat(response.body().string()).isEqualTo("5");
            assertThat(time.delays()).extracting(Duration::toMillis).containsExactly(1000L, 1600L, 2560L, 4096L);
        }
    }

    @Test
    void jitterReducesDelays() throws IOException {
        try (RawServer server = failingTwice(503)) {
            status(client(RetryPolicy.standard(), () -> 0.5), post(server));

            assertThat(time.delays()).extracting(Duration::toMillis).containsExactly(900L, 1440L);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2000", "0.5, 2100", "1, 2200"})
    void jitterExtendsRequestedDelay(double random, long millis) throws IOException {
        try (RawServer server = failingTwice(503, "Retry-After: 2")) {
            status(client(RetryPolicy.standard(), () -> random), post(server));

            assertThat(time.delays()).extracting(Duration::toMillis).containsOnly(millis);
        }
    }

    @Test
    void jitterOfRequestedDelayIsLimited() throws IOException {
        RetryPolicy policy = RetryPolicy.builder()
                .initialDelay(Duration.ofDays(1))
                .maxDelay(Duration.ofSeconds(5))
                .build();
        try (RawServer server = failingTwice(503, "Retry-After: 5")) {
            status(client(policy, () -> 1), post(server));

            assertThat(time.delays()).containsOnly(Duration.ofSeconds(6));
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 3", "61, 1", "99999999999, 1"})
    void doesNotRetryIfRequestedDelayExceedsMaxDelay(String seconds, int attempts) throws IOException {
        try (RawServer server = failingTwice(429, "Retry-After: " + seconds)) {
            status(client(RetryPolicy.standard(), () -> 0), post(server));

            assertThat(server.requests()).hasSize(attempts);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 503, 599})
    void retriesStatus(int status) throws IOException {
        try (RawServer server = failingTwice(status)) {
            assertThat(status(client(RetryPolicy.standard(), () -> 0), post(server)))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 401, 403, 404, 413, 422})
    void doesNotRetryStatus(int status) throws IOException {
        try (RawServer server = failingTwice(status)) {
            assertThat(status(client(RetryPolicy.standard(), () -> 0), post(server)))
                    .isEqualTo(status);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void delaysDoNotExceedCallTimeout() throws IOException {
        OkHttpClient limited = client(RetryPolicy.standard(), () -> 0)
                .newBuilder()
                .callTimeout(4, TimeUnit.SECONDS)
                .build();
        try (RawServer server = RawServer.start(exchange -> exchange.respond(503, ""))) {
            assertThat(status(limited, post(server))).isEqualTo(503);

            // The next delay would end after 5.16 seconds.
            assertThat(time.delays()).extracting(Duration::toMillis).containsExactly(1000L, 1600L);
        }
    }

    @Test
    void delaysAfterFailuresDoNotExceedCallTimeout() {
        RetryPolicy policy =
                RetryPolicy.builder().initialDelay(Duration.ofMinutes(1)).build();
        OkHttpClient limited = client(policy, () -> 0)
                .newBuilder()
                .callTimeout(59, TimeUnit.SECONDS)
                .build();
        try (RawServer server = RawServer.start(RawServer.Exchange::reset)) {
            assertThatIOException().isThrownBy(() -> status(limited, post(server)));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void suppressesFailuresOfEarlierAttempts() {
        try (RawServer server =
                RawServer.start(exchange -> exchange.write(exchange.number() < 3 ? "HTTP/1.1 200 OK\r\nA: b" : ""))) {
            OkHttpClient client = client(RetryPolicy.builder().maxAttempts(3).build(), () -> 0);

            assertThatIOException()
                    .isThrownBy(() -> status(client, post(server)))
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2).hasOnlyElementsOfType(IOException.class));
        }
    }

    @Test
    void policyNoneSendsOnce() throws IOException {
        try (RawServer server = failingTwice(503)) {
            assertThat(status(client(RetryPolicy.none(), () -> 0), post(server)))
                    .isEqualTo(503);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void attemptsOfOneCallHaveSameIdempotencyKey() throws IOException {
        try (RawServer server = failingTwice(503)) {
            OkHttpClient client = client(RetryPolicy.standard(), () -> 0);
            status(client, post(server));
            status(client, post(server));

            List<String> keys = keys(server);
            assertThat(keys).hasSize(4).doesNotContain("");
            assertThat(keys.subList(0, 3)).containsOnly(keys.get(0));
            assertThat(keys.get(3)).isNotEqualTo(keys.get(0)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    @Test
    void keepsIdempotencyKeyOfRequest() throws IOException {
        try (RawServer server = failingTwice(503)) {
            Request request = post(server)
                    .newBuilder()
                    .header("X-Trigger-Request-Idempotency-Key", "own")
                    .build();
            status(client(RetryPolicy.standard(), () -> 0), request);

            assertThat(keys(server)).containsExactly("own", "own", "own");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "PUT, false", "DELETE, false", "PATCH, true", "POST, true"})
    void addsIdempotencyKeyToNonIdempotentMethods(String method, boolean needs) throws IOException {
        try (RawServer server = failingTwice(503)) {
            RequestBody body = method.equals("GET") || method.equals("HEAD") ? null : BODY;
            Request request =
                    new Request.Builder().url(server.url()).method(method, body).build();
            status(client(RetryPolicy.standard(), () -> 0), request);

            assertThat(keys(server)).hasSize(3).allMatch(key -> key.isEmpty() != needs);
        }
    }

    @Test
    void sendsOneShotBodyOnce() throws IOException {
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return BODY.contentType();
            }

            @Override
            public long contentLength() {
                return 2;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("{}");
            }
        };
        try (RawServer server = failingTwice(503)) {
            Request request = new Request.Builder().url(server.url()).post(once).build();

            assertThat(status(client(RetryPolicy.standard(), () -> 0), request)).isEqualTo(503);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private OkHttpClient client(RetryPolicy policy, DoubleSupplier random) {
        return new OkHttpClient.Builder()
                // Otherwise OkHttp itself resends the request after 408.
                .retryOnConnectionFailure(false)
                .addInterceptor(new RetryInterceptor(policy, time, time, random))
                .build();
    }

    private static RawServer failingTwice(int status, String... headers) {
        return RawServer.start(exchange -> exchange.respond(exchange.number() < 3 ? status : 200, "", headers));
    }

    private static Request post(RawServer server) {
        return new Request.Builder().url(server.url()).post(BODY).build();
    }

    private static int status(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }

    private static List<String> keys(RawServer server) {
        return server.requests().stream()
                .map(request -> request.header(RetryInterceptor.IDEMPOTENCY_KEY))
                .toList();
    }
}
