package io.github.triggerapi.samples;

import io.github.triggerapi.client.RequestOptions;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;

/** Configures retries and timeouts, for all calls and for a single one. */
public final class Retries {

    private Retries() {}

    static TriggerClient.Builder configured(TriggerClient.Builder builder) {
        return builder.timeout(Duration.ofSeconds(30)) // includes all attempts and delays
                .retryPolicy(RetryPolicy.builder()
                        .maxAttempts(3)
                        .initialDelay(Duration.ofMillis(200))
                        .build())
                .logging(System.Logger.Level.INFO); // logs each call
    }

    static String once(TriggerClient client) {
        RequestOptions options = RequestOptions.builder()
                .timeout(Duration.ofSeconds(2))
                .retryPolicy(RetryPolicy.none())
                .build();
        TriggerClient impatient = client.withOptions(options); // shares connections
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        return impatient.tasks().triggerTaskV1("my-task", body).send().id();
    }
}
