package io.github.triggerapi.samples;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.client.RequestOptions;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.junit.MockServerExtension;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests part of an application with a separate mock server for each test. */
class OrdersTest {
    @RegisterExtension
    static final MockServerExtension MOCK = MockServerExtension.builder()
            .server(server -> server.clock(MockClock.stoppedAt(Instant.parse("2026-01-01T00:00:00Z"))))
            .parameter(
                    TriggerClient.class,
                    mock -> TriggerClient.builder()
                            .secretKey("tr_dev_1234")
                            .apiUrl(mock.url().toString())
                            .build())
            .build();

    @Test
    void unshippedOrderExpires(MockServer mock, MockClock clock, TriggerClient client) {
        mock.task("ship-order").stayQueued();
        new Orders(client).ship("4711");
        clock.advance(Duration.ofHours(1));

        assertThat(mock).triggered("ship-order").withStatus(RunStatus.EXPIRED).once();
    }

    @Test
    void shipsAnOrderOnce(MockServer mock, TriggerClient client) {
        mock.task("ship-order").handle(run -> run.payload(Map.class).get("order") + " is on its way");
        Orders orders = new Orders(client);
        orders.ship("4711");
        orders.ship("4711");

        Run run = assertThat(mock)
                .triggered("ship-order")
                .withTag("order_4711")
                .withPayload(Map.of("order", "4711"))
                .withStatus(RunStatus.COMPLETED)
                .once();
        assertThat(run.output(String.class)).isEqualTo("4711 is on its way");
        assertThat(orders.left()).isEmpty();
    }

    @Test
    void keepsOrderThatCouldNotBeShipped(MockServer mock, TriggerClient client) {
        mock.addFault(Fault.status(503).times(1));
        Orders orders = new Orders(client.withOptions(
                RequestOptions.builder().retryPolicy(RetryPolicy.none()).build()));
        orders.ship("4711");
        assertThat(orders.left()).containsExactly("4711");

        orders.ship("4711");
        assertThat(orders.left()).isEmpty();
        assertThat(mock).triggered("ship-order").once();
    }

    @Test
    void failureListsTriggeredRuns(MockServer mock, TriggerClient client) {
        new Orders(client).ship("4711");

        assertThatThrownBy(() -> assertThat(mock)
                        .triggered("ship-order")
                        .withTag("order_4712")
                        .once())
                .hasMessageMatching("""
                        Expected exactly 1 of ship-order with tag order_4712, but there is none. These were triggered, the closest first:
                        - ship-order COMPLETED, tags \\[order_4711], queue task/ship-order, idempotency key [0-9a-f]{64}, \
                        payload \\{"order":"4711"} \\(differs: tag\\)""");
    }
}
