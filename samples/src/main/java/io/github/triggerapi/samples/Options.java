package io.github.triggerapi.samples;

import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.value.DateTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sets the options of a run. */
public final class Options {

    private Options() {}

    static TriggerTaskRequestBody body() {
        return TriggerTaskRequestBody.builder()
                .payload(List.of("any", "JSON"))
                .options(options -> options.ttl(Duration.ofMinutes(102)) // or a string, "1h42m", or seconds: ttl(60)
                        .tags(List.of("user_123456", "product_4629101")) // or a single one: tags("user_123456")
                        .delay(Duration.ofMinutes(15)) // or an instant, or a string
                        .idempotencyKey("order-4711")
                        .queue(queue -> queue.name("orders").concurrencyLimit(5)))
                .build();
    }

    /** Sets a delay that must not be in the past, and options in the form that the service reads. */
    static TriggerTaskRequestBodyOptions times(Instant start) {
        return TriggerTaskRequestBodyOptions.builder()
                .ttl("1h42m")
                .delay(DateTimes.formatFuture(start))
                .build();
    }
}
