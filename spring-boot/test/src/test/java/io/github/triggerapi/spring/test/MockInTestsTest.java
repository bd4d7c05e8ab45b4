package io.github.triggerapi.spring.test;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.spring.test.Application.Shipping;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

/** The mock in place of what the properties say. */
@SpringBootTest(
        properties = {
            "trigger.enabled=false",
            "trigger.secret-key=tr_prod_1234",
            "trigger.api-url=https://127.0.0.1:1/nowhere"
        })
@AutoConfigureTriggerMock
class MockInTestsTest {

    @Autowired
    private Shipping shipping;

    @RepeatedTest(2)
    void eachTestSeesItsOwnRuns(@Autowired MockServer mock) {
        String id = shipping.ship("4711");

        assertThat(assertThat(mock)
                        .triggered("ship-order")
                        .withPayload("4711")
                        .once()
                        .id())
                .isEqualTo(id);
    }

    @Test
    void propertiesAndClockAreThoseOfTheServer(
            @Autowired MockServer mock, @Autowired MockClock clock, @Autowired Environment environment) {
        assertThat(clock).isSameAs(mock.clock());
        assertThat(environment.getProperty("trigger.api-url"))
                .isEqualTo(mock.url().toString());
        assertThat(environment.getProperty("trigger.secret-key")).startsWith("tr_dev_");
    }

    @Nested
    class InNestedClasses {

        @RepeatedTest(2)
        void eachTestSeesItsOwnRuns(@Autowired MockServer mock) {
            shipping.ship("4712");

            assertThat(mock).triggered("ship-order").withPayload("4712").once();
            assertThat(mock.runs()).hasSize(1);
        }
    }
}
