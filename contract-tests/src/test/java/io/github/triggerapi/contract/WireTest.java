package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.TriggerResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.contract.code.Spec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.JudgingInterceptor;
import io.github.triggerapi.mock.MockServer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated client calls the running mock server; every request and answer goes before the judge. */
class WireTest {

    private final JudgingInterceptor judging = new JudgingInterceptor(new Judge(Spec.text()));

    private MockServer mock;
    private TriggerClient client;

    @BeforeEach
    void start() {
        mock = MockServer.builder()
                .port(0)
                .tasks(List.of("my-task", "ünïcode/task 1"))
                .start();
        client = client("tr_dev_1234");
    }

    @AfterEach
    void stop() {
        client.close();
        mock.close();
    }

    static Stream<TriggerTaskRequestBody> bodies() {
        QueueOptions queue =
                QueueOptions.builder().name("q").concurrencyLimit(1000).build();
        TriggerTaskRequestBodyOptions.Builder options = TriggerTaskRequestBodyOptions.builder();
        return Stream.of(
                TriggerTaskRequestBody.builder().build(),
                TriggerTaskRequestBody.builder()
                        .payload(null)
                        .context(JsonNull.INSTANCE)
                        .build(),
                TriggerTaskRequestBody.builder()
                        .payload(Map.of("n", 9007199254740993L))
                        .build(),
                TriggerTaskRequestBody.builder()
                        .payload(JsonParser.parseString("{\"a\":[null,0.1,\"é\"]}"))
                        .build(),
                with(options.ttl("1h42m").tags("a").queue(queue)),
                with(options.ttl(60).tags(List.of("a", "b")).delay("1h")),
                with(options.ttl(0.5).tags(List.of()).concurrencyKey("k")),
                with(options.ttl(new BigDecimal("1234567890.12345678901234567890"))
                        .idempotencyKey("i")),
                with(options.putAdditionalProperty("payloadType", "application/json")));
    }

    private static TriggerTaskRequestBody with(TriggerTaskRequestBodyOptions.Builder options) {
        return TriggerTaskRequestBody.builder().options(options.build()).build();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatTheClientSendsAndTheMockAnswersIsValid(TriggerTaskRequestBody body) {
        String id = client.send(client.tasks().triggerTaskV1("my-task", body)).id();

        assertThat(id).matches("run_[0-9a-z]{21}");
        assertThat(judging.exchanges()).hasSize(1);
        assertThat(judging.faults()).isEmpty();
    }

    static List<String> samples() {
        return CodeSamples.bodies(Spec.text(), "trigger_task_v1");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theBodiesOfTheDocumentsOwnSamplesAreValidAndAccepted(String sample) {
        TriggerTaskRequestBody body = new Gson().fromJson(sample, TriggerTaskRequestBody.class);

        client.send(client.tasks().triggerTaskV1("my-task", body));

        assertThat(judging.faults()).isEmpty();
        assertThat(JsonParser.parseString(judging.exchanges().get(0).requestBody()))
                .isEqualTo(JsonParser.parseString(sample));
    }

    @Test
    void theDocumentHasThreeSamples() {
        VendoredDocument.assumeInUse();
        assertThat(samples()).hasSize(3);
    }

    @Test
    void pathValuesArriveAsTheyWereGiven() {
        client.send(client.tasks()
                .triggerTaskV1(
                        "ünïcode/task 1", TriggerTaskRequestBody.builder().build()));

        assertThat(judging.faults()).isEmpty();
    }

    @Test
    void refusalsAreDocumentedAnswersToo() {
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        QueueOptions tooMany = QueueOptions.builder().concurrencyLimit(1001).build();
        TriggerClient stranger = client("pk_dev_1234");

        assertRefused(
                400,
                client,
                "my-task",
                with(TriggerTaskRequestBodyOptions.builder().queue(tooMany)));
        assertRefused(401, stranger, "my-task", body);
        assertRefused(404, client, "other-task", body);
        assertThat(judging.exchanges())
                .allSatisfy(e -> assertThat(e.responseFaults()).isEmpty());
        stranger.close();
    }

    @Test
    void judgeAndMockAgreeOnEachConstraint() {
        for (String options : Arrays.asList(
                "{\"ttl\":true}",
                "{\"tags\":{}}",
                "{\"tags\":[1]}",
                "{\"delay\":5}",
                "{\"concurrencyKey\":null}",
                "{\"queue\":[]}",
                "{\"queue\":{\"name\":1}}",
                "{\"queue\":{\"concurrencyLimit\":-1}}",
                "{\"queue\":{\"concurrencyLimit\":1.5}}")) {
            TriggerTaskRequestBody body = TriggerTaskRequestBody.builder()
                    .putAdditionalProperty("options", JsonParser.parseString(options))
                    .build();

            assertRefused(400, client, "my-task", body);
        }
        assertThat(judging.exchanges()).allSatisfy(exchange -> {
            assertThat(exchange.requestFaults()).as(exchange.requestBody()).isNotEmpty();
            assertThat(exchange.responseFaults()).isEmpty();
        });
    }

    private void assertRefused(int status, TriggerClient caller, String task, TriggerTaskRequestBody body) {
        assertThatThrownBy(() -> caller.send(caller.tasks().triggerTaskV1(task, body)))
                .isInstanceOfSatisfying(TriggerResponseException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e.error(ErrorResponse.class)).isPresent();
                    assertThat(e.error()).containsInstanceOf(ErrorResponse.class);
                });
    }

    private TriggerClient client(String key) {
        return TriggerClient.builder()
                .secretKey(key)
                .apiUrl(mock.url().toString())
                .httpClient(new OkHttpClient.Builder().addInterceptor(judging).build())
                .build();
    }
}
