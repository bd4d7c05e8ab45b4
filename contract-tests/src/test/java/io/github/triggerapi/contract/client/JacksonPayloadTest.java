package io.github.triggerapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonIOException;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payloads with Jackson annotations, serialized with Jackson. */
class JacksonPayloadTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();

    private record Order(@JsonProperty("order_number") String number, BigDecimal total) {}

    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private HttpServer server;
    private TriggerClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] response = "{\"id\":\"run_1\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, response.length);
                exchange.getResponseBody().write(response);
            }
        });
        server.start();
        client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .payloadSerializer(JACKSON::writeValueAsString)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void serializesPayloadsWithJackson() {
        Order order = new Order("7", new BigDecimal("0.1234567890123456789"));
        String written = "{\"order_number\":\"7\",\"total\":0.1234567890123456789}";
        ObjectNode tree = JACKSON.createObjectNode().put("a", 9007199254740993L).putNull("b");

        assertThat(sent(order)).isEqualTo("{\"payload\":" + written + "}");
        assertThat(sent(Map.of("orders", List.of(order)))).isEqualTo("{\"payload\":{\"orders\":[" + written + "]}}");
        assertThat(sent(tree)).isEqualTo("{\"payload\":{\"a\":9007199254740993,\"b\":null}}");
    }

    @Test
    void payloadThatCannotBeSerializedIsNotSent() {
        Object itself = new Object() {
            @JsonProperty
            public Object me() {
                return this;
            }
        };

        assertThatExceptionOfType(JsonIOException.class)
                .isThrownBy(() -> sent(itself))
                .withCauseInstanceOf(JsonProcessingException.class);
        assertThat(bodies).isEmpty();
    }

    private String sent(Object payload) {
        client.send(client.tasks()
                .triggerTaskV1(
                        "my-task",
                        TriggerTaskRequestBody.builder().payload(payload).build()));
        return bodies.remove();
    }
}
