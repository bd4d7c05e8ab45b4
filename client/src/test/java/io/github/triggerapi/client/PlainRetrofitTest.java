package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.TasksApi;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.ApiResponse;
import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;
import retrofit2.http.GET;

/** The generated interfaces do not need TriggerClient. */
class PlainRetrofitTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void plainRetrofitSendsCalls() throws IOException {
        try (HttpStub server = HttpStub.triggering()) {
            Response<TriggerTaskResponse> response = api(server)
                    .triggerTaskV1(
                            "my-task",
                            TriggerTaskRequestBody.builder()
                                    .payload(null)
                                    .options(TriggerTaskRequestBodyOptions.builder()
                                            .ttl(60)
                                            .build())
                                    .build())
                    .execute();

            assertThat(response.body().id()).isEqualTo("run_1234");
            assertThat(server.request().body()).isEqualTo("{\"payload\":null,\"options\":{\"ttl\":60}}");
        }
    }

    @Test
    void plainGsonReadsErrors() throws IOException {
        try (HttpStub server = HttpStub.json(404, "{\"error\":\"No such task\"}")) {
            Response<TriggerTaskResponse> response = api(server)
                    .triggerTaskV1("my-task", TriggerTaskRequestBody.builder().build())
                    .execute();

            assertThat(new Gson()
                            .fromJson(response.errorBody().charStream(), ErrorResponse.class)
                            .error())
                    .isEqualTo("No such task");
        }
    }

    @Test
    void retryInterceptorRetriesWithOneIdempotencyKey() throws IOException {
        RetryPolicy policy = RetryPolicy.builder()
                .maxAttempts(3)
                .initialDelay(Duration.ofMillis(1))
                .build();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(TriggerClient.retryInterceptor(policy))
                .build();
        try (HttpStub server = HttpStub.json(500, "{\"error\":\"Overloaded\"}")) {
            Response<TriggerTaskResponse> response = api(server, http)
                    .triggerTaskV1("my-task", TriggerTaskRequestBody.builder().build())
                    .execute();

            assertThat(TriggerResponseException.of(response))
                    .isInstanceOf(ServerErrorException.class)
                    .hasMessage("POST /api/v1/tasks/my-task/trigger returned 500: Overloaded");
            assertThat(server.requests())
                    .hasSize(3)
                    .extracting(request -> request.headers().getFirst("x-trigger-request-idempotency-key"))
                    .doesNotContainNull()
                    .satisfies(keys -> assertThat(Set.copyOf(keys)).hasSize(1));
        }
    }

    @Test
    void sendsWithTheExceptionsOfTheClient() {
        try (HttpStub server = HttpStub.json(404, "{\"error\":\"No such task\"}")) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> trigger(api(server)).send())
                    .satisfies(e -> assertThat(e.errorMessage()).contains("No such task"));
            assertThat(trigger(api(server)).sendAsync())
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .withCauseInstanceOf(NotFoundException.class);
        }
        TasksApi unreachable = retrofit("http://localhost:1/").build().create(TasksApi.class);
        assertThatExceptionOfType(TriggerConnectionException.class)
                .isThrownBy(() -> trigger(unreachable).send());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\":5.5e}"})
    void bodyThatTheConverterRejectsIsUnexpected(String body) {
        try (HttpStub server = HttpStub.json(200, body)) {
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> trigger(api(server)).send())
                    .satisfies(e -> assertThat(e.body()).isEqualTo(body.equals("null") ? "" : body));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> requireBody(trigger(api(server)).execute()));
            assertThat(trigger(api(server)).exchangeAsync())
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .withCauseInstanceOf(UnexpectedResponseException.class);
        }
    }

    /** Retrofit itself returns null for the body {@code null}. */
    private static void requireBody(Response<?> response) throws IOException {
        if (response.body() == null) {
            throw new IOException("no body");
        }
    }

    @Test
    void exchangesStatusAndHeaders() {
        try (HttpStub server = HttpStub.triggering()) {
            ApiResponse<TriggerTaskResponse> response = trigger(api(server)).exchange();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().id()).isEqualTo("run_1234");
            assertThat(response.headers().get("Content-Type")).isEqualTo("application/json");
        }
    }

    private interface Own {
        @GET("any")
        ApiCall<ErrorResponse> apiCall();

        @GET("any")
        Call<ErrorResponse> call();

        @GET("any")
        @SuppressWarnings("rawtypes")
        ApiCall raw();
    }

    @Test
    void ownInterfacesMayReturnApiCalls() throws IOException {
        try (HttpStub server = HttpStub.json(200, "{\"error\":\"none\"}")) {
            Own own = retrofit(server.url()).build().create(Own.class);

            assertThat(own.apiCall().send().error()).isEqualTo("none");
            assertThat(own.call()).isNotInstanceOf(ApiCall.class);
            assertThat(own.call().execute().body().error()).isEqualTo("none");
            assertThatIllegalArgumentException()
                    .isThrownBy(own::raw)
                    .havingRootCause()
                    .withMessageContaining("ApiCall<Foo>");
        }
    }

    @Test
    void enqueuedCallsUseTheCallbackExecutorOfRetrofit() {
        try (HttpStub server = HttpStub.triggering()) {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            TasksApi api = retrofit(server.url())
                    .callbackExecutor(task -> new Thread(task, "callbacks").start())
                    .build()
                    .create(TasksApi.class);
            ApiCall<TriggerTaskResponse> call = trigger(api);
            call.enqueue(new Callback<>() {
                @Override
                public void onResponse(Call<TriggerTaskResponse> sent, Response<TriggerTaskResponse> response) {
                    assertThat(sent).isSameAs(call);
                    thread.complete(Thread.currentThread());
                }

                @Override
                public void onFailure(Call<TriggerTaskResponse> sent, Throwable failure) {
                    thread.completeExceptionally(failure);
                }
            });

            assertThat(thread)
                    .succeedsWithin(TIMEOUT)
                    .extracting(Thread::getName)
                    .isEqualTo("callbacks");
        }
    }

    private static ApiCall<TriggerTaskResponse> trigger(TasksApi api) {
        return api.triggerTaskV1("my-task", TriggerTaskRequestBody.builder().build());
    }

    private static TasksApi api(HttpStub server) {
        return api(server, new OkHttpClient());
    }

    private static TasksApi api(HttpStub server, OkHttpClient http) {
        return retrofit(server.url()).client(http).build().create(TasksApi.class);
    }

    private static Retrofit.Builder retrofit(String url) {
        return new Retrofit.Builder()
                .baseUrl(url)
                .addCallAdapterFactory(TriggerClient.callAdapterFactory())
                .addConverterFactory(GsonConverterFactory.create());
    }
}
