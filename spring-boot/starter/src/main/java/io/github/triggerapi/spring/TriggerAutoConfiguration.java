package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.PayloadSerializer;
import io.github.triggerapi.client.TriggerClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of a {@link TriggerClient} by the properties {@code trigger.*}, unless there is one already or {@code
 * trigger.enabled} is false. The client is closed with the application context.
 *
 * <p>Beans of the types {@link CallObserver} and {@link TriggerClientBuilderCustomizer} apply to it, and so does one of the
 * type {@link PayloadSerializer}.
 */
@AutoConfiguration(
        // The names in Spring Boot 3 and 4.
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.autoconfigure.gson.GsonAutoConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
            "org.springframework.boot.gson.autoconfigure.GsonAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnProperty(name = "trigger.enabled", matchIfMissing = true)
@EnableConfigurationProperties(TriggerProperties.class)
@Import({
    PayloadConfigurations.Jackson3.class,
    PayloadConfigurations.Jackson2.class,
    PayloadConfigurations.OfGson.class,
    HealthConfigurations.Boot3.class,
    HealthConfigurations.Boot4.class
})
public final class TriggerAutoConfiguration {

    /** Creates the auto-configuration; called by Spring Boot. */
    public TriggerAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TriggerClient triggerClient(
            TriggerProperties properties,
            ObjectProvider<PayloadSerializer> payloadSerializer,
            ObjectProvider<CallObserver> observers,
            ObjectProvider<TriggerClientBuilderCustomizer> customizers) {
        TriggerClientBuilderCustomizer beans = builder -> {
            payloadSerializer.ifUnique(builder::payloadSerializer);
            observers.orderedStream().forEach(builder::observer);
        };
        return new ClientFactory(properties).create(Stream.concat(Stream.of(beans), customizers.orderedStream()));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    static class Observations {

        @Bean
        CallObservations triggerCallObservations(ObservationRegistry registry) {
            return new CallObservations(registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    static class Metrics {

        @Bean
        CallMetrics triggerCallMetrics(MeterRegistry registry, ObjectProvider<CallObservations> observations) {
            return new CallMetrics(registry, observations.getIfAvailable() != null);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Sanitizing {

        @Bean
        SanitizingFunction triggerSanitizingFunction() {
            return new SecretSanitizer();
        }
    }
}
