package io.github.triggerapi.spring;

import io.github.triggerapi.client.TriggerClient;

/**
 * Customizes the builder of the auto-configured {@link TriggerClient}. All beans of this type are called, in their order,
 * after the properties {@code trigger.*} have been applied.
 */
@FunctionalInterface
public interface TriggerClientBuilderCustomizer {

    /** Customizes the builder. */
    void customize(TriggerClient.Builder builder);
}
