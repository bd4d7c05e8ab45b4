package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.mock.MockServer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientSamplesTest {

    private final MockServer mock = MockServer.builder().port(0).start();

    @AfterEach
    void stop() {
        mock.close();
    }

    private TriggerClient.Builder builder() {
        return TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(mock.url().toString());
    }

    @Test
    void triggersConcurrently() throws IOException, InterruptedException {
        String output = SampleRunner.output(Async.class, mock.url().toString());

        assertThat(output.lines()).hasSize(3).allMatch(line -> line.matches("run_[0-9a-z]{21}"));
        assertThat(mock.runs()).hasSize(3);
    }

    @Test
    void shipsAnOrderOnce() {
        try (TriggerClient client = builder().build()) {
            String first = Idempotency.ship(client, "4711");

            assertThat(Idempotency.ship(client, "4711")).isEqualTo(first);
            assertThat(Idempotency.ship(client, "4712")).isNotEqualTo(first);
        }
    }

    @Test
    void formatsTimesForTheService() {
        TriggerTaskRequestBodyOptions options = Options.times(Instant.parse("2999-01-01T00:00:00Z"));

        assertThat(options.delay()).isEqualTo("2999-01-01T00:00:00.000Z");
        assertThat(Options.body().options().ttl()).isEqualTo(options.ttl());
    }

    @Test
    void usesTheHttpClientOfTheApplication() {
        List<String> sent = new ArrayList<>();
        OkHttpClient http = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    sent.add(chain.request().header("traceparent"));
                    return chain.proceed(chain.request());
                })
                .build();
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (TriggerClient client =
                OwnHttpClient.configured(builder(), http, () -> traceparent).build()) {
            assertThat(Idempotency.ship(client, "4711")).startsWith("run_");
        }
        assertThat(sent).containsExactly(traceparent);
    }

    @Test
    void configuresRetries() {
        try (TriggerClient client = Retries.configured(builder()).build()) {
            assertThat(Retries.once(client)).startsWith("run_");
            mock.close();
            assertThatExceptionOfType(TriggerConnectionException.class).isThrownBy(() -> Retries.once(client));
        }
    }

    @Test
    void sendsObjectsAndJsonAsPayload() {
        Gson gson = new GsonBuilder()
                .setFieldNamingPolicy(FieldNamingPolicy.UPPER_CAMEL_CASE)
                .create();
        try (TriggerClient client = Payloads.configured(builder(), gson).build()) {
            assertThat(client.tasks()
                            .triggerTaskV1("my-task", Payloads.ofObject())
                            .send()
                            .id())
                    .startsWith("run_");
            assertThat(client.tasks()
                            .triggerTaskV1("my-task", Payloads.ofText())
                            .send()
                            .id())
                    .startsWith("run_");
        }
        assertThat(new Gson().toJson(Payloads.ofText())).isEqualTo(new Gson().toJson(Payloads.ofObject()));
    }
}
