package io.github.triggerapi.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.triggerapi.client.CallObserver;
import io.github.triggerapi.client.PayloadSerializer;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The client bean, and what of the application applies to it. */
class ClientBeanTest extends MockedTest {

    @Test
    void propertiesApplyToTheClient() {
        runner.withPropertyValues(
                        "trigger.retry.max-attempts=2", "trigger.headers.x-trigger-request-idempotency-key=once")
                .run(context -> {
                    TriggerClient client = context.getBean(TriggerClient.class);
                    assertThat(Calls.trigger(client, 1)).isEqualTo(Calls.trigger(client, 2));

                    ActiveFault unavailable = mock.addFault(Fault.status(503).times(3));
                    assertThatThrownBy(() -> Calls.trigger(client, 3)).isInstanceOf(ServerErrorException.class);
                    assertThat(unavailable.applied()).isEqualTo(2);
                });
    }

    @Test
    void environmentVariablesOfTheClientAreProperties() {
        Map<String, Object> environment =
                Map.of("TRIGGER_SECRET_KEY", "tr_prod_1234", "TRIGGER_API_URL", mock.url() + "/");
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class))
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .run(context -> {
                    assertThat(context.getBean(TriggerClient.class))
                            .hasToString("TriggerClient(" + mock.url() + "/, tr_prod_…)");
                    Calls.trigger(context.getBean(TriggerClient.class), 1);
                    assertThat(mock.runs()).hasSize(1);
                });
    }

    @Test
    void defaultsAreThoseOfTheClient() {
        runner.run(context -> {
            TriggerProperties.Retry retry =
                    context.getBean(TriggerProperties.class).retry();
            RetryPolicy standard = RetryPolicy.standard();
            assertThat(retry.maxAttempts()).isEqualTo(standard.maxAttempts());
            assertThat(retry.multiplier()).isEqualTo(standard.multiplier());
            assertThat(retry.maxDelay()).isEqualTo(standard.maxDelay());
            assertThat(retry.jitter()).isEqualTo(standard.jitter());
        });
    }

    @Test
    void clientOfTheApplicationTakesItsPlace() {
        try (TriggerClient own = TriggerClient.builder().secretKey("tr_dev_own").build()) {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class))
                    .withBean(TriggerClient.class, () -> own)
                    .run(context ->
                            assertThat(context).getBean(TriggerClient.class).isSameAs(own));
        }
    }

    @Test
    void thereIsNoClientIfItIsDisabled() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class))
                .withPropertyValues("trigger.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TriggerClient.class));
    }

    @Order(1)
    static class First implements TriggerClientBuilderCustomizer {
        @Override
        public void customize(TriggerClient.Builder builder) {
            builder.secretKey("tr_stg_first").timeout(Duration.ofSeconds(5));
        }
    }

    @Order(2)
    static class Second implements TriggerClientBuilderCustomizer {
        @Override
        public void customize(TriggerClient.Builder builder) {
            builder.secretKey("tr_prod_second");
        }
    }

    @Test
    void customizersApplyInTheirOrderAfterTheProperties() {
        runner.withBean(Second.class)
                .withBean(First.class)
                .run(context -> assertThat(context.getBean(TriggerClient.class).toString())
                        .contains("tr_prod_…"));
    }

    @Test
    void customizerCanSetTheKeyInstead() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class))
                .withBean(First.class)
                .run(context -> assertThat(context.getBean(TriggerClient.class).toString())
                        .contains("tr_stg_…"));
    }

    @Test
    void observersOfTheApplicationSeeCalls() {
        List<String> seen = new CopyOnWriteArrayList<>();
        runner.withBean(CallObserver.class, () -> call -> seen.add(call.operation()))
                .run(context -> {
                    Calls.trigger(context.getBean(TriggerClient.class), 1);
                    assertThat(seen).containsExactly(Calls.OPERATION);
                });
    }

    @Test
    void clientIsClosedWithTheContext() {
        TriggerClient[] client = new TriggerClient[1];
        runner.run(context -> client[0] = context.getBean(TriggerClient.class));

        assertThatThrownBy(() -> Calls.trigger(client[0], 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The client is closed");
    }

    /** A payload whose JSON depends on who writes it. */
    public record Order4711(String orderId) {}

    @Test
    void jacksonOfTheApplicationWritesPayloads() {
        assertThat(payloadOf("spring.jackson.property-naming-strategy=SNAKE_CASE"))
                .isEqualTo("{\"order_id\":\"4711\"}");
    }

    private String payloadOf(String property) {
        try (ConfigurableApplicationContext context = startApplication(property)) {
            Calls.trigger(context.getBean(TriggerClient.class), new Order4711("4711"));
        }
        return mock.runs().get(0).payloadJson();
    }

    @Test
    void gsonOfTheApplicationWritesPayloads() {
        Gson gson = new GsonBuilder().setFieldNamingStrategy(field -> "gson").create();
        runner.withBean(Gson.class, () -> gson).run(context -> {
            Calls.trigger(context.getBean(TriggerClient.class), new Order4711("4711"));
            assertThat(mock.runs().get(0).payloadJson()).isEqualTo("{\"gson\":\"4711\"}");
        });
    }

    @Test
    void serializerOfTheApplicationWritesPayloads() {
        runner.withBean(Gson.class, Gson::new)
                .withBean(PayloadSerializer.class, () -> payload -> "\"own\"")
                .run(context -> {
                    Calls.trigger(context.getBean(TriggerClient.class), new Order4711("4711"));
                    assertThat(mock.runs().get(0).payloadJson()).isEqualTo("\"own\"");
                });
    }
}
