package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/** Calls that are sent with Retrofit's methods, or made by an interface of the application. */
class ApiCallTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private interface Own {
        @GET("any")
        CompletableFuture<TriggerTaskResponse> future();

        @GET("any")
        Call<TriggerTaskResponse> plain();

        @GET("any")
        @Secured("secretKey")
        ApiCall<Broken> broken();

        @Streaming
        @GET("any")
        @Secured("secretKey")
        ApiCall<Broken> streamed();

        @GET("any/{ids}")
        ApiCall<TriggerTaskResponse> array(@Path(value = "ids", encoded = true) List<String> ids);

        @GET("{first}/any")
        ApiCall<TriggerTaskResponse> first(@Path("first") String first);
    }

    @JsonAdapter(Broken.Adapter.class)
    private record Broken() {

        private static final class Adapter extends TypeAdapter<Broken> {
            @Override
            public void write(JsonWriter out, Broken value) {}

            @Override
            public Broken read(JsonReader in) throws IOException {
                throw new NoClassDefFoundError(in.nextString());
            }
        }
    }

    private final List<CallSummary> summaries = new CopyOnWriteArrayList<>();

    @Test
    void sendsACopyOfACallThatWasSent() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            ApiCall<TriggerTaskResponse> call = trigger(client);

            assertThat(call.send().id()).isEqualTo("run_1234");
            assertThatIllegalStateException().isThrownBy(call::send);
            assertThat(call.clone().send().id()).isEqualTo("run_1234");
        }
    }

    @Test
    void interfacesMayReturnCallsOfRetrofit() throws IOException {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder().observer(summaries::add).build()) {
            assertThat(client.api(Own.class).plain().execute().body().id()).isEqualTo("run_1234");
            assertThat(summaries).hasSize(1);
        }
    }

    @Test
    void errorInConverterFailsCallWithoutShowingKey() {
        try (HttpStub server = HttpStub.json(200, "\"tr_dev_1234\"");
                TriggerClient client = server.builder().observer(summaries::add).build()) {
            Own own = client.api(Own.class);
            for (ApiCall<Broken> call : List.of(own.broken(), own.streamed())) {
                assertThat(catchThrowable(() -> call.clone().send()))
                        .isInstanceOf(UnexpectedResponseException.class)
                        .message()
                        .doesNotContain("tr_dev_1234");
                assertThat(call.sendAsync())
                        .failsWithin(TIMEOUT)
                        .withThrowableThat()
                        .withCauseInstanceOf(UnexpectedResponseException.class);
            }

            assertThat(summaries).hasSize(4).allSatisfy(call -> {
                assertThat(call.failure()).isPresent();
                assertThat(call.failure().toString() + call).doesNotContain("tr_dev_1234");
            });
        }
    }

    @Test
    void arraysInPathsHaveCommasBetweenTheirItems() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            Own own = client.api(Own.class);
            own.array(List.of("a,b", "c/d;e")).send();

            assertThat(server.request().path()).isEqualTo("/any/a%2Cb,c%2Fd%3Be");
            for (List<String> empty : List.of(List.<String>of(), List.of(""))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> own.array(empty).send())
                        .withMessageContainingAll("ids", "empty");
            }
        }
    }

    @Test
    void pathParametersCannotLeadToAnotherServer() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            Own own = client.api(Own.class);
            own.first("a").send();

            for (String url : List.of("https:other.example", "a:b")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> own.first(url).send());
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void observesMethodThatReturnsFuture() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder().observer(summaries::add).build()) {
            assertThat(client.api(Own.class).future()).succeedsWithin(TIMEOUT);

            assertThat(summaries)
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isEqualTo(200));
        }
    }

    @Test
    void observesFailureOfInterceptor() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new IllegalStateException("no trace");
                })
                .build();
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .httpClient(http)
                        .observer(summaries::add)
                        .build()) {
            assertThatIllegalStateException().isThrownBy(() -> trigger(client).send());

            assertThat(summaries)
                    .singleElement()
                    .satisfies(call -> assertThat(call.failure()).containsInstanceOf(IllegalStateException.class));
        }
    }

    @Test
    void enqueueRequiresCallback() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            assertThatNullPointerException().isThrownBy(() -> trigger(client).enqueue(null));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closedClientSendsNothing() {
        OkHttpClient http = new OkHttpClient();
        try (HttpStub server = HttpStub.triggering()) {
            for (TriggerClient client :
                    List.of(server.client(), server.builder().httpClient(http).build())) {
                ApiCall<TriggerTaskResponse> call = trigger(client);
                client.close();

                assertThatIllegalStateException().isThrownBy(call::execute);
                assertThatIllegalStateException().isThrownBy(() -> call.enqueue(new Ignoring<>()));
                assertThatIllegalStateException()
                        .isThrownBy(() -> trigger(client).send());
                assertThatIllegalStateException()
                        .isThrownBy(() -> trigger(client).sendAsync());
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void delaysDoNotExceedTimeoutLeftAfterQueueing() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        OkHttpClient http = TestCalls.oneAtATime();
        try (RawServer server = RawServer.start(exchange -> {
                    if (exchange.number() == 1) {
                        arrived.countDown();
                        HttpStub.await(go);
                    }
                    exchange.respond(503, "", "Retry-After: 40");
                });
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .httpClient(http)
                        .timeout(Duration.ofSeconds(40))
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            CompletableFuture<?> first = trigger(client).sendAsync();
            arrived.await();
            CompletableFuture<?> second = trigger(client).sendAsync();
            go.countDown();

            // A delay of 40 seconds exceeds the rest of the timeout of both calls.
            for (CompletableFuture<?> future : List.of(first, second)) {
                assertThat(future)
                        .failsWithin(TIMEOUT)
                        .withThrowableThat()
                        .withCauseInstanceOf(ServerErrorException.class);
            }
            assertThat(server.requests()).hasSize(2);
        } finally {
            http.dispatcher().executorService().shutdown();
        }
    }

    @Test
    void callCancelledInQueueIsNotSent() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch reported = new CountDownLatch(2);
        OkHttpClient http = TestCalls.oneAtATime();
        try (HttpStub server = HttpStub.start(exchange -> {
                    arrived.countDown();
                    HttpStub.await(done);
                    HttpStub.write(exchange, 200, "application/json", "{\"id\":\"run_1\"}");
                });
                TriggerClient client = server.builder()
                        .httpClient(http)
                        .observer(call -> {
                            summaries.add(call);
                            reported.countDown();
                        })
                        .build()) {
            CompletableFuture<?> first = trigger(client).sendAsync();
            arrived.await();
            CompletableFuture<?> second = trigger(client).sendAsync();
            second.cancel(false);
            done.countDown();

            assertThat(first).succeedsWithin(TIMEOUT);
            reported.await();
            assertThat(summaries.get(1).attempts()).isZero();
            assertThat(summaries.get(1)).asString().contains("Canceled");
            assertThat(server.requests()).hasSize(1);
        } finally {
            http.dispatcher().executorService().shutdown();
        }
    }

    private record Ignoring<T>() implements Callback<T> {
        @Override
        public void onResponse(Call<T> call, Response<T> response) {}

        @Override
        public void onFailure(Call<T> call, Throwable failure) {}
    }
}
