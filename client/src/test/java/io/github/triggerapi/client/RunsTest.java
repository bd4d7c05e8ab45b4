package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.triggerapi.client.api.QueuesApi;
import io.github.triggerapi.client.api.RunApi;
import io.github.triggerapi.client.api.RunsApi;
import io.github.triggerapi.client.error.AwaitTimeoutException;
import io.github.triggerapi.client.model.ListRunItem;
import io.github.triggerapi.client.model.QueueObject;
import io.github.triggerapi.client.model.RetrieveRunResponse;
import io.github.triggerapi.client.model.RunStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** The generated methods that iterate over runs and queues, and wait for runs. */
class RunsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Label(String order, int parcels) {}

    @Test
    void iteratesOverRunsWithTheSameFilters() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    boolean first = !exchange.getRequestURI().getQuery().contains("page[after]=");
                    HttpStub.write(
                            exchange,
                            200,
                            "application/json",
                            first
                                    ? "{\"data\":[{\"id\":\"run_2\"}],\"pagination\":{\"next\":\"a+b\"}}"
                                    : "{\"data\":[{\"id\":\"run_1\"}],\"pagination\":{\"next\":null}}");
                });
                TriggerClient client = server.client()) {
            assertThat(client.runs()
                            .listAllRuns(query -> query.filterStatus(List.of(RunStatus.FAILED, RunStatus.CRASHED))
                                    .pageSize(1)))
                    .extracting(ListRunItem::id)
                    .containsExactly("run_2", "run_1");
            assertThat(server.requests())
                    .extracting(HttpStub.Request::path)
                    .containsExactly(
                            "/api/v1/runs?page%5Bsize%5D=1&filter%5Bstatus%5D=FAILED,CRASHED",
                            "/api/v1/runs?page%5Bsize%5D=1&page%5Bafter%5D=a%2Bb&filter%5Bstatus%5D=FAILED,CRASHED");
        }
    }

    @Test
    void iteratesOverQueues() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    String page = exchange.getRequestURI().getQuery().replaceFirst(".*page=", "");
                    HttpStub.write(
                            exchange,
                            200,
                            "application/json",
                            "{\"data\":[{\"id\":\"queue_" + page + "\"}],\"pagination\":{\"totalPages\":3}}");
                });
                TriggerClient client = server.client()) {
            assertThat(client.queues().listAllQueues())
                    .extracting(QueueObject::id)
                    .containsExactly("queue_1", "queue_2", "queue_3");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMPLETED",
                "CANCELED",
                "FAILED",
                "CRASHED",
                "INTERRUPTED",
                "SYSTEM_FAILURE",
                "EXPIRED",
                "TIMED_OUT"
            })
    void waitsForEachEndOfARun(String status) {
        try (HttpStub server = run(status, ",\"output\":{\"order\":\"4711\",\"parcels\":2}");
                TriggerClient client = server.client()) {
            RetrieveRunResponse run = client.run().awaitRun("run_1", MINUTE);

            assertThat(run.status()).isEqualTo(RunStatus.of(status));
            assertThat(run.output(Label.class)).isEqualTo(new Label("4711", 2));
            assertThat(client.run().awaitRunAsync("run_1", MINUTE))
                    .succeedsWithin(MINUTE)
                    .isEqualTo(run);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PENDING_VERSION",
                "DELAYED",
                "QUEUED",
                "DEQUEUED",
                "EXECUTING",
                "WAITING",
                "WAITING_FOR_DEPLOY",
                "REATTEMPTING",
                "FROZEN",
                "brand new"
            })
    void otherStatesAreNotTheEnd(String status) {
        FakeClock clock = new FakeClock();
        try (HttpStub server = run(status, "");
                TriggerClient client =
                        server.builder().clock(clock).sleeper(clock).build()) {
            assertThatExceptionOfType(AwaitTimeoutException.class)
                    .isThrownBy(() -> client.run().awaitRun("run_1", MINUTE))
                    .withMessage(
                            "GET /api/v3/runs/run_1 returned no final status within PT1M; the last one is " + status);
        }
    }

    @Test
    void plainRetrofitHasTheMethods() {
        try (HttpStub server = run("COMPLETED", "")) {
            Retrofit retrofit = new Retrofit.Builder()
                    .baseUrl(server.url())
                    .addCallAdapterFactory(TriggerClient.callAdapterFactory())
                    .addConverterFactory(GsonConverterFactory.create())
                    .validateEagerly(true)
                    .build();

            assertThat(retrofit.create(RunApi.class).awaitRun("run_1", MINUTE).status())
                    .isEqualTo(RunStatus.COMPLETED);
            assertThat(retrofit.create(RunsApi.class).listAllRuns()).isNotNull();
            assertThat(retrofit.create(QueuesApi.class).listAllQueues()).isNotNull();
        }
    }

    private static HttpStub run(String status, String more) {
        return HttpStub.json(200, "{\"id\":\"run_1\",\"status\":\"" + status + "\"" + more + "}");
    }
}
