package io.github.triggerapi.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Values that the client does not accept, and what the failure of the startup says. */
class WrongPropertiesTest {

    private final AtomicReference<Environment> environment = new AtomicReference<>();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(context -> environment.set(context.getEnvironment()))
            .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trigger.api-url=ftp://localhost",
                "trigger.api-url=http://192.0.2.1", // would expose the key
                "trigger.timeout=-1s",
                "trigger.read-timeout=25d",
                "trigger.max-response-size=0",
                "trigger.headers.x-test=\u00e4",
                "trigger.retry.max-attempts=0",
                "trigger.retry.initial-delay=-1s",
                "trigger.retry.multiplier=0.5",
                "trigger.retry.max-delay=2d",
                "trigger.retry.jitter=2"
            })
    void wrongValueIsNamedWithItsProperty(String property) {
        runner.withPropertyValues("trigger.secret-key=tr_dev_1234", property).run(context -> {
            String name = property.substring(0, property.indexOf('='));
            FailureAnalysis analysis = analyze(context);
            assertThat(analysis.getDescription())
                    .startsWith(
                            "The property " + name + " (\"" + name + "\" from property source \"test\") has a value")
                    .doesNotContain("tr_dev_1234");
            assertThat(analysis.getAction()).startsWith("Correct the property " + name + ".");
        });
    }

    @Test
    void placeOfAWrongValueIsNamed() {
        Map<String, Object> values = Map.of(
                "trigger.timeout", OriginTrackedValue.of("-1s", new PlaceInFile()), "trigger.secretKey", "tr_dev_1234");
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new OriginTrackedMapPropertySource("file", values)))
                .run(context -> assertThat(analyze(context).getDescription())
                        .isEqualTo(
                                "The property trigger.timeout (application.properties:17) has a value that the client"
                                        + " of the Trigger.dev API does not accept: timeout is PT-1S; expected zero, or from a"
                                        + " millisecond to 24 days"));
    }

    private static final class PlaceInFile implements org.springframework.boot.origin.Origin {
        @Override
        public String toString() {
            return "application.properties:17";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger.secret-key=Bearer tr_dev_1234", "trigger.secret-key=tr_dev_1234 \u00e4"})
    void wrongKeyIsNotQuoted(String property) {
        runner.withPropertyValues(property).run(context -> {
            assertThat(analyze(context).getDescription())
                    .contains("trigger.secret-key")
                    .doesNotContain("1234");
            for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("1234");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"trigger.timeout=1m", "trigger.secret-key= "})
    void missingKeyIsExplained(String property) {
        runner.withPropertyValues(property).run(context -> {
            FailureAnalysis analysis = analyze(context);
            assertThat(analysis.getDescription())
                    .startsWith("There is no client of the Trigger.dev API: The secret key is not set");
            assertThat(analysis.getAction())
                    .isEqualTo("Set the property trigger.secret-key, or the environment variable TRIGGER_SECRET_KEY."
                            + " A test can use @AutoConfigureTriggerMock of trigger-api-spring-boot-test."
                            + " Set trigger.enabled=false to start without a client.");
        });
    }

    /** Returns the analysis that Spring Boot would print: that of a registered analyzer. */
    private FailureAnalysis analyze(AssertableApplicationContext context) {
        Throwable failure = context.getStartupFailure();
        assertThat(failure).isNotNull();
        ArgumentResolver arguments = ArgumentResolver.of(Environment.class, environment.get());
        List<FailureAnalysis> analyses = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, arguments, FailureHandler.handleMessage((message, e) -> {}))
                .stream()
                .filter(analyzer -> analyzer.getClass().getPackage() == TriggerAutoConfiguration.class.getPackage())
                .map(analyzer -> analyzer.analyze(failure))
                .toList();
        assertThat(analyses).hasSize(1);
        return analyses.get(0);
    }
}
