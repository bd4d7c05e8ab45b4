package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.spring.test.AutoConfigureTriggerMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What callers of the application get if a call of Trigger.dev fails. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "trigger.retry.max-attempts=1")
@AutoConfigureTriggerMock
class TriggerFailuresTest {

    @Autowired
    private MockServer mock;

    @Value("${local.server.port}")
    private int port;

    @Test
    void failuresHaveStatusesOfAGateway() throws IOException, InterruptedException {
        assertThat(statusWith(Fault.cutConnection())).isEqualTo(503);
        assertThat(statusWith(Fault.status(429))).isEqualTo(503);
        assertThat(statusWith(Fault.status(500))).isEqualTo(503);
        assertThat(statusWith(Fault.status(401))).isEqualTo(502);
        assertThat(statusWith(Fault.status(404))).isEqualTo(502);
    }

    private int statusWith(Fault fault) throws IOException, InterruptedException {
        mock.addFault(fault.times(1));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"order_id\": \"4711\", \"due\": \"2026-01-31\"}"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
