package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.TasksApi;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.IOException;
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

    private static TasksApi api(HttpStub server) {
        return new Retrofit.Builder()
                .baseUrl(server.url())
                .addConverterFactory(GsonConverterFactory.create())
                .build()
                .create(TasksApi.class);
    }
}
