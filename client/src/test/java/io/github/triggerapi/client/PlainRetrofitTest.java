package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.TasksApi;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** The generated interfaces do not need TriggerClient. */
class PlainRetrofitTest {

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

    private static TasksApi api(HttpStub server) {
        return api(server, new OkHttpClient());
    }

    private static TasksApi api(HttpStub server, OkHttpClient http) {
        return new Retrofit.Builder()
                .baseUrl(server.url())
                .client(http)
                .addConverterFactory(GsonConverterFactory.create())
                .build()
                .create(TasksApi.class);
    }
}
