package shop;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.spring.test.AutoConfigureTriggerMock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureTriggerMock
class ShippingTest {

    @Autowired
    private Shipping shipping;

    @Autowired
    private MockServer mock;

    @Test
    void orderIsShipped() {
        shipping.ship(new Order("4711", LocalDate.of(2026, 1, 31)));

        assertThat(mock)
                .triggered("ship-order")
                .withPayload(Map.of("order_id", "4711", "due", "2026-01-31"))
                .once();
    }
}
