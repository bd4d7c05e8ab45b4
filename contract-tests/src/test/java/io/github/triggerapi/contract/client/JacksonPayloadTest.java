package io.github.triggerapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RecordedRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Payloads with Jackson annotations, serialized with Jackson. */
class JacksonPayloadTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private record Order(@JsonProperty("order_number") String number, BigDecimal total) {}

    @Test
    void serializesPayloadsWithJackson() {
        Order order = new Order("7", new BigDecimal("0.1234567890123456789"));
        String written = "{\"order_number\":\"7\",\"total\":0.1234567890123456789}";
        ObjectNode tree = JACKSON.createObjectNode().put("a", 9007199254740993L).putNull("b");

        try (MockServer mock = MockServer.builder().start();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(mock.url().toString())
                        .payloadSerializer(JACKSON::writeValueAsString)
                        .build()) {
            for (Object payload : List.of(order, Map.of("orders", List.of(order)), tree)) {
                client.tasks()
                        .triggerTaskV1(
                                "my-task",
                                TriggerTaskRequestBody.builder()
                                        .payload(payload)
                                        .build())
                        .send();
            }
            assertThat(mock.requests())
                    .extracting(RecordedRequest::bodyText)
                    .containsExactlyInAnyOrder(
                            "{\"payload\":" + written + "}",
                            "{\"payload\":{\"orders\":[" + written + "]}}",
                            "{\"payload\":{\"a\":9007199254740993,\"b\":null}}");
        }
    }
}
