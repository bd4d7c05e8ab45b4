package io.github.triggerapi.spring;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.junit.MockServerExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Tests of applications whose client calls a mock server. */
@ExtendWith(MockServerExtension.class)
abstract class MockedTest {

    MockServer mock;

    /** With the auto-configuration of the starter alone. */
    ApplicationContextRunner runner;

    @BeforeEach
    void start(MockServer server) {
        mock = server;
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(TriggerAutoConfiguration.class))
                .withPropertyValues(
                        "trigger.secret-key=tr_dev_1234",
                        "trigger.api-url=" + server.url(),
                        "trigger.retry.initial-delay=0");
    }

    @EnableAutoConfiguration
    static class Application {}

    /** Starts an application with everything that Spring Boot configures. */
    ConfigurableApplicationContext startApplication(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "trigger.secret-key=tr_dev_1234",
                        "trigger.api-url=" + mock.url(),
                        "spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }
}
