package io.github.triggerapi.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.mock.fault.Fault;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

/** Metrics, health, and what the endpoints of Actuator show. */
class ObservationTest extends MockedTest {

    @BeforeEach
    void setHeaderAndAttempts() {
        runner = runner.withPropertyValues("trigger.headers.x-test=secret-5678", "trigger.retry.max-attempts=2");
    }

    @Test
    void eachCallIsTimed() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            TriggerClient client = context.getBean(TriggerClient.class);
            MeterRegistry registry = context.getBean(MeterRegistry.class);

            mock.addFault(Fault.status(503).times(1));
            Calls.trigger(client, 1);
            Calls.trigger(client, 2);
            mock.addFault(Fault.status(404).times(1));
            catchThrowable(() -> Calls.trigger(client, 3));
            mock.addFault(Fault.cutConnection());
            catchThrowable(() -> Calls.trigger(client, 4));

            assertThat(count(registry, "200", "SUCCESS")).isEqualTo(2);
            assertThat(count(registry, "404", "CLIENT_ERROR")).isEqualTo(1);
            assertThat(count(registry, "IO_ERROR", "UNKNOWN")).isEqualTo(1);
            assertThat(registry.get(CallMetrics.RETRIES)
                            .tag("operation", Calls.OPERATION)
                            .counter()
                            .count())
                    .isEqualTo(2);
        });
    }

    private static long count(MeterRegistry registry, String status, String outcome) {
        return registry.get(CallMetrics.CALLS)
                .tags("operation", Calls.OPERATION, "status", status, "outcome", outcome)
                .timer()
                .count();
    }

    @Test
    void eachCallIsObservedWithTheObservationOfItsThreadAsParent() {
        List<Observation.Context> observed = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {
            @Override
            public boolean supportsContext(Observation.Context context) {
                return context.getName().equals(CallObservations.CALLS);
            }

            @Override
            public void onStop(Observation.Context context) {
                observed.add(context);
            }
        });
        runner.withBean(ObservationRegistry.class, () -> registry).run(context -> {
            TriggerClient client = context.getBean(TriggerClient.class);
            Observation parent = Observation.start("parent", registry);
            mock.addFault(Fault.status(404).times(1));
            parent.scoped(() -> catchThrowable(() -> Calls.trigger(client, 1)));
            parent.scoped(() -> Calls.triggerAsync(client, 2)).join();
            mock.addFault(Fault.cutConnection());
            catchThrowable(() -> Calls.trigger(client, 3));

            assertThat(observed)
                    .extracting(call -> call.getLowCardinalityKeyValues().stream()
                            .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue)))
                    .containsExactly(
                            Map.of("operation", Calls.OPERATION, "status", "404", "outcome", "CLIENT_ERROR"),
                            Map.of("operation", Calls.OPERATION, "status", "200", "outcome", "SUCCESS"),
                            Map.of("operation", Calls.OPERATION, "status", "IO_ERROR", "outcome", "UNKNOWN"));
            assertThat(observed)
                    .extracting(Observation.Context::getParentObservation)
                    .containsExactly(parent, parent, null);
            assertThat(observed).extracting(Observation.Context::getError).satisfies(errors -> {
                assertThat(errors.subList(0, 2)).containsOnlyNulls();
                assertThat(errors.get(2)).isInstanceOf(IOException.class);
            });
        });
    }

    @Test
    void timerIsMadeOfObservationsWhereThereAreSome() {
        try (ConfigurableApplicationContext context = startApplication()) {
            Calls.trigger(context.getBean(TriggerClient.class), 1);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get(CallMetrics.CALLS).timers()).singleElement().satisfies(timer -> {
                assertThat(timer.count()).isEqualTo(1);
                assertThat(timer.getId().getTag("outcome")).isEqualTo("SUCCESS");
                assertThat(timer.getId().getTag("error")).isEqualTo("none");
            });
            assertThat(registry.get(CallMetrics.RETRIES).counters()).hasSize(1);
        }
    }

    @Test
    void healthIsThatOfTheLastCall() {
        runner.run(context -> {
            Object indicator = context.getBean("triggerHealthIndicator");
            TriggerClient client = context.getBean(TriggerClient.class);
            assertThat(health(indicator)).startsWith("UNKNOWN");

            Calls.trigger(client, 1);
            assertThat(health(indicator)).startsWith("UP").contains("operation=" + Calls.OPERATION, "status=200");

            for (Fault fault : List.of(Fault.status(500), Fault.status(401), Fault.cutConnection())) {
                mock.addFault(fault);
                catchThrowable(() -> Calls.trigger(client, 2));
                assertThat(health(indicator)).as(fault.toString()).startsWith("DOWN");
                mock.clearFaults();
            }
            assertThat(health(indicator)).contains("error=java.io.").doesNotContain("tr_dev");

            mock.addFault(Fault.status(404).times(1));
            catchThrowable(() -> Calls.trigger(client, 3));
            assertThat(health(indicator)).startsWith("UP").contains("status=404");
        });
    }

    /** Returns the health of an indicator, whose type depends on the release of Spring Boot. */
    private static String health(Object indicator) {
        Object health = ReflectionTestUtils.invokeMethod(indicator, "health");
        return String.valueOf(health);
    }

    @Test
    void failureCountsForAMinute() {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        InstantSource clock = () -> now[0];
        CallHealth health = new CallHealth(clock);
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(mock.url().toString())
                .observer(health)
                .build()) {
            mock.addFault(Fault.status(403).times(1));
            catchThrowable(() -> Calls.trigger(client, 1));
            assertThat(health.status()).isEqualTo("DOWN");

            now[0] = now[0].plus(CallHealth.FAILURE_COUNTS);
            assertThat(health.status()).isEqualTo("UNKNOWN");
            assertThat(health.details()).containsEntry("status", 403).containsEntry("ended", "2026-01-01T00:00:00Z");

            Calls.trigger(client, 2);
            now[0] = now[0].plus(CallHealth.FAILURE_COUNTS);
            assertThat(health.status()).isEqualTo("UP");
        }
    }

    @Test
    void healthIndicatorCanBeDisabled() {
        for (String property :
                List.of("management.health.trigger.enabled=false", "management.health.defaults.enabled=false")) {
            runner.withPropertyValues(property).run(context -> {
                assertThat(context).doesNotHaveBean("triggerHealthIndicator");
                assertThat(context).doesNotHaveBean(CallHealth.class);
            });
        }
    }

    @Test
    void applicationNeedsNeitherMicrometerNorActuatorNorJackson() {
        runner.withClassLoader(new FilteredClassLoader(
                        "io.micrometer",
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "com.fasterxml.jackson",
                        "tools.jackson"))
                .run(context -> Calls.trigger(context.getBean(TriggerClient.class), Map.of("a", 1)));
        assertThat(mock.runs()).hasSize(1);
    }

    @Test
    void endpointsHideSecretsAlsoWhereTheyShowValues() {
        Map<String, Object> variables = Map.of("TRIGGER_SECRET_KEY", "tr_prod_9012", "TRIGGER_TIMEOUT", "90s");
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)))
                .run(context -> {
                    List<SanitizingFunction> functions = context.getBeanProvider(SanitizingFunction.class)
                            .orderedStream()
                            .toList();
                    ConfigurationPropertiesReportEndpoint properties =
                            new ConfigurationPropertiesReportEndpoint(functions, Show.ALWAYS);
                    properties.setApplicationContext(context.getSourceApplicationContext());
                    String shown = properties.configurationProperties().getContexts().values().stream()
                            .flatMap(report -> report.getBeans().values().stream())
                            .map(bean -> bean.getProperties() + " " + bean.getInputs())
                            .collect(Collectors.joining());
                    assertThat(shown).contains("PT1M30S", mock.url().toString());
                    assertThat(shown).doesNotContain("9012").doesNotContain("5678");

                    EnvironmentEndpoint environment =
                            new EnvironmentEndpoint(context.getEnvironment(), functions, Show.ALWAYS);
                    String values = environment.environment(null).getPropertySources().stream()
                            .flatMap(source -> source.getProperties().entrySet().stream())
                            .filter(entry ->
                                    entry.getKey().toLowerCase(Locale.ROOT).startsWith("trigger"))
                            .map(entry ->
                                    entry.getKey() + "=" + entry.getValue().getValue())
                            .collect(Collectors.joining(" "));
                    assertThat(values).contains("TRIGGER_SECRET_KEY=******", "TRIGGER_TIMEOUT=90s");
                    assertThat(values)
                            .doesNotContain("1234")
                            .doesNotContain("9012")
                            .doesNotContain("5678");
                });
    }
}
