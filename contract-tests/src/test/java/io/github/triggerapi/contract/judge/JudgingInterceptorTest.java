package io.github.triggerapi.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.mock.MockServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A test with the interceptor is a contract test. */
@Tag("independent")
class JudgingInterceptorTest {

    private final JudgingInterceptor judging = new JudgingInterceptor(new Judge(SwaggerSpec.yaml()));
    private MockServer mock;
    private TriggerClient client;

    @BeforeEach
    void start() {
        mock = MockServer.builder().port(0).start();
        client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(mock.url().toString())
                .httpClient(new OkHttpClient.Builder()
                        .addNetworkInterceptor(judging)
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        mock.close();
    }

    private static TriggerTaskRequestBody limited(long concurrencyLimit) {
        QueueOptions queue =
                QueueOptions.builder().concurrencyLimit(concurrencyLimit).build();
        return TriggerTaskRequestBody.builder()
                .options(TriggerTaskRequestBodyOptions.builder().queue(queue).build())
                .build();
    }

    /** Returns the documented maximum of {@link #limited}. */
    private static long maximum() {
        return DocumentElements.inUse()
                .inRequest(
                        "a queue with a maximum of concurrencyLimit",
                        property -> property.operation().path().endsWith("/trigger")
                                && property.path().equals("/options/queue/concurrencyLimit")
                                && property.schema().has("maximum"))
                .schema()
                .path("maximum")
                .asLong();
    }

    @Test
    void validTrafficHasNoViolations() {
        client.tasks().triggerTaskV1("my-task", limited(maximum())).send();

        assertThat(judging.violations()).isEmpty();
        assertThat(judging.takeExchanges()).hasSize(1);
        assertThat(judging.takeExchanges()).isEmpty();
    }

    @Test
    void reportsViolationsWithoutTheKey() {
        long maximum = maximum();
        long more = maximum + 1;
        assertThatThrownBy(() ->
                        client.tasks().triggerTaskV1("my-task", limited(more)).send())
                .isInstanceOf(TriggerResponseException.class);

        assertThat(judging.violations())
                .singleElement()
                .hasToString("POST /api/v1/tasks/my-task/trigger request: body at '/options/queue/concurrencyLimit': "
                        + "maximum: must have a maximum value of " + maximum + ", found " + more);
        assertThat(judging.takeExchanges().get(0).request().redacted())
                .contains("{\"options\":{\"queue\":{\"concurrencyLimit\":" + more + "}}}")
                .doesNotContain("tr_dev");
    }
}
