package io.github.triggerapi.samples;

import io.github.triggerapi.client.RequestOptions;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;

/** Says how often a request is tried and how long it may take, for all calls and for one. */
public final class Retries {

    private Retries() {}

    static TriggerClient.Builder configured(TriggerClient.Builder builder) {
        return builder.timeout(Duration.ofSeconds(30)) // with all attempts and delays
                .retryPolicy(RetryPolicy.builder()
                        .maxAttempts(3)
                        .initialDelay(Duration.ofMillis(200))
                        .build())
                .logging(System.Logger.Level.INFO); // a line for each call
    }

    static String once(TriggerClient client) {
        RequestOptions options = RequestOptions.builder()
                .timeout(Duration.ofSeconds(2))
                .retryPolicy(RetryPolicy.none())
                .build();
        TriggerClient hasty = client.withOptions(options); // shares the connections
        TriggerTaskRequestBody body = TriggerTaskRequestBody.builder().build();
        return hasty.send(hasty.tasks().triggerTaskV1("my-task", body)).id();
    }
}
