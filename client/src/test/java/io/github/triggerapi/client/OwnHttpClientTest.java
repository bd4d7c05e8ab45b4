package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.error.TriggerConnectionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnHttpClientTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Response> responses = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();

    private final Dispatcher dispatcher = new Dispatcher();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .addInterceptor(chain -> {
                calls.incrementAndGet();
                return chain.proceed(chain.request()
                        .newBuilder()
                        .header("traceparent", "00-1-2-01")
                        .build());
            })
            .addNetworkInterceptor(chain -> {
                Response response = chain.proceed(chain.request());
                responses.add(response);
                return response;
            })
            .eventListener(new EventListener() {
                @Override
                public void callStart(Call call) {
                    events.add("start");
                }

                @Override
                public void callEnd(Call call) {
                    events.add("end");
                }
            })
            .build();

    @Test
    void usesItsInterceptorsAndListeners() {
        try (RawServer server = RawServer.start(exchange ->
                        exchange.respond(exchange.number() < 3 ? 503 : 200, "{\"id\":\"run_1\"}", "Retry-After: 0"));
                TriggerClient client = client(server.url())) {
            trigger(client).send();

            assertThat(calls).hasValue(1);
            assertThat(events).containsExactly("start", "end");
            assertThat(server.requests())
                    .hasSize(3)
                    .allMatch(request -> request.header("traceparent").equals("00-1-2-01"));
            assertThat(responses).extracting(Response::code).containsExactly(503, 503, 200);
            assertThat(responses)
                    .allMatch(response -> response.headers("Retry-After").equals(List.of("0"))
                            && response.header("x-original-retry-after") == null);
        }
    }

    @Test
    void doesNotChangeIt() throws Exception {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = client(server.url())) {
            trigger(client).send();
            http.newCall(new Request.Builder().url(server.url()).build())
                    .execute()
                    .close();

            assertThat(http.interceptors()).hasSize(1);
            assertThat(http.networkInterceptors()).hasSize(1);
            assertThat(http.followRedirects()).isTrue();
            assertThat(server.requests().get(1).headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void remainsOpenWhenClientIsClosed() throws Exception {
        try (HttpStub server = HttpStub.triggering()) {
            TriggerClient client = client(server.url());
            client.close();
            client.close();

            assertThatIllegalStateException()
                    .isThrownBy(() -> trigger(client).send())
                    .withMessage("The client is closed");
            http.newCall(new Request.Builder().url(server.url()).build())
                    .execute()
                    .close();
            assertThat(server.requests()).hasSize(1);
        } finally {
            dispatcher.executorService().shutdown();
        }
    }

    static Stream<Exception> failures() {
        return Stream.of(
                new IllegalStateException("no network today,\nnor tomorrow"),
                new FileNotFoundException("no certificate,\n" + "sorry ".repeat(1000)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureOfInterceptorFailsCall(Exception failure) {
        OkHttpClient throwing = http.newBuilder()
                .addNetworkInterceptor(chain -> {
                    if (failure instanceof IOException io) {
                        throw io;
                    }
                    throw (RuntimeException) failure;
                })
                .build();
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .httpClient(throwing)
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send()))
                    .isInstanceOf(TriggerConnectionException.class)
                    .hasRootCause(failure);
            assertThat(trigger(client).sendAsync())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TriggerConnectionException.class)
                    .havingRootCause()
                    .isSameAs(failure);
        }
    }

    private TriggerClient client(String url) {
        return TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(url)
                .httpClient(http)
                .sleeper((delay, cancelled) -> {})
                .build();
    }
}
