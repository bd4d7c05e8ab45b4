package io.github.triggerapi.spring;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Makes a client of properties. An exception names the property whose value the client does not accept. */
final class ClientFactory {

    private static final String SECRET_KEY = "trigger.secret-key";
    private static final String API_URL = "trigger.api-url";

    private final TriggerProperties properties;

    ClientFactory(TriggerProperties properties) {
        this.properties = properties;
    }

    /**
     * Returns a new client.
     *
     * @param customizers are called after the properties have been applied
     * @throws TriggerPropertyException if a property has a value that the client does not accept, or the key is missing
     */
    TriggerClient create(Stream<TriggerClientBuilderCustomizer> customizers) {
        TriggerClient.Builder builder = TriggerClient.builder();
        apply(builder);
        customizers.forEach(customizer -> customizer.customize(builder));
        try {
            return builder.build();
        } catch (IllegalStateException e) {
            throw new TriggerPropertyException(
                    emptyToNull(properties.secretKey()) == null ? SECRET_KEY : API_URL, true, e);
        } catch (IllegalArgumentException e) {
            // Each value is valid, but the key would be sent without encryption.
            throw new TriggerPropertyException(API_URL, false, e);
        }
    }

    private void apply(TriggerClient.Builder builder) {
        // An empty value stands for none, as in the environment variables of the client.
        set(SECRET_KEY, emptyToNull(properties.secretKey()), builder::secretKey);
        set(API_URL, emptyToNull(properties.apiUrl()), builder::apiUrl);
        builder.allowPlainHttp(properties.allowPlainHttp());
        set("trigger.timeout", properties.timeout(), builder::timeout);
        set("trigger.read-timeout", properties.readTimeout(), builder::readTimeout);
        set(
                "trigger.max-response-size",
                properties.maxResponseSize(),
                (DataSize size) -> builder.maxResponseBytes(size.toBytes()));
        properties
                .headers()
                .forEach((name, value) -> set("trigger.headers." + name, value, text -> builder.header(name, text)));
        builder.retryPolicy(retryPolicy());
    }

    private RetryPolicy retryPolicy() {
        TriggerProperties.Retry retry = properties.retry();
        RetryPolicy.Builder policy = RetryPolicy.builder();
        set("trigger.retry.max-attempts", retry.maxAttempts(), policy::maxAttempts);
        set("trigger.retry.initial-delay", retry.initialDelay(), policy::initialDelay);
        set("trigger.retry.multiplier", retry.multiplier(), policy::multiplier);
        set("trigger.retry.max-delay", retry.maxDelay(), policy::maxDelay);
        set("trigger.retry.jitter", retry.jitter(), policy::jitter);
        return policy.build();
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
        if (value != null) {
            try {
                setter.accept(value);
            } catch (IllegalArgumentException e) {
                throw new TriggerPropertyException(property, false, e);
            }
        }
    }
}
