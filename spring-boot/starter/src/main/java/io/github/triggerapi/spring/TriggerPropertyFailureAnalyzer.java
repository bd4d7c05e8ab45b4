package io.github.triggerapi.spring;

import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains a {@link TriggerPropertyException} at startup, with the place of the value. */
final class TriggerPropertyFailureAnalyzer extends AbstractFailureAnalyzer<TriggerPropertyException> {

    private static final String WITHOUT_CLIENT = "Set trigger.enabled=false to start without a client.";

    private final Environment environment;

    TriggerPropertyFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, TriggerPropertyException failure) {
        String property = failure.property();
        if (failure.isMissing()) {
            String variable = property.toUpperCase().replace('.', '_').replace('-', '_');
            return new FailureAnalysis(
                    "There is no client of the Trigger.dev API: " + reason(failure),
                    "Set the property " + property + ", or the environment variable " + variable
                            + ". A test can use @AutoConfigureTriggerMock of trigger-api-spring-boot-test. "
                            + WITHOUT_CLIENT,
                    failure);
        }
        return new FailureAnalysis(
                "The property " + property + place(property) + " has a value that the client of the Trigger.dev API"
                        + " does not accept: " + reason(failure),
                "Correct the property " + property + ". " + WITHOUT_CLIENT,
                failure);
    }

    private static String reason(TriggerPropertyException failure) {
        return Objects.requireNonNull(failure.getCause()).getMessage();
    }

    private String place(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ConfigurationProperty::getOrigin)
                .map(origin -> " (" + origin + ")")
                .orElse("");
    }
}
