package shop;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;

import io.github.triggerapi.mock.MockServer;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mock server that the test itself starts. */
@SpringBootTest
class DynamicPropertiesTest {

    private static final MockServer MOCK = MockServer.builder().port(0).start();

    @DynamicPropertySource
    static void trigger(DynamicPropertyRegistry properties) {
        properties.add("trigger.api-url", MOCK::url);
        properties.add("trigger.secret-key", () -> "tr_dev_1234");
    }

    @AfterAll
    static void close() {
        MOCK.close();
    }

    @Test
    void orderIsShipped(@Autowired Shipping shipping) {
        shipping.ship(new Order("4711", LocalDate.of(2026, 1, 31)));

        assertThat(MOCK).triggered("ship-order").once();
    }
}
