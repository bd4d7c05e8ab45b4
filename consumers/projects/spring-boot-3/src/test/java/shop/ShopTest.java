package shop;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.spring.test.AutoConfigureTriggerMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole application, over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTriggerMock
class ShopTest {

    @Autowired
    private MockServer mock;

    @Value("${local.server.port}")
    private int port;

    @Test
    void orderIsShippedObservedAndLoggedWithoutAWarning(CapturedOutput output)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder()
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"order_id\": \"4711\", \"due\": \"2026-01-31\"}")), "/orders");
        String id = assertThat(mock).triggered("ship-order").once().id();
        assertThat(response.body()).isEqualTo(id);

        assertThat(get("/actuator/health"))
                .contains("\"trigger\":{")
                .contains("\"operation\":\"triggerTaskV1\"")
                .startsWith("{")
                .contains("\"status\":\"UP\"");
        assertThat(get("/actuator/metrics/trigger.client.calls?tag=outcome:SUCCESS")).contains("\"value\":1.0");
        assertThat(get("/actuator/configprops/trigger"))
                .contains(mock.url().toString())
                .doesNotContain("tr_dev_");

        assertThat(output.getOut()).contains("Started ShopTest").doesNotContain("tr_dev_");
        assertThat(output.getAll().lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")))
                .isEmpty();
    }

    @Test
    void releaseOfSpringBootIsThatOfTheApplication() {
        String version = System.getProperty("spring-boot.version");
        Stream<String> jars = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(System.getProperty("path.separator")));

        assertThat(SpringBootVersion.getVersion()).isEqualTo(version);
        assertThat(jars.filter(jar -> jar.matches(".*[/\\\\]spring-boot[^/\\\\]*\\.jar")))
                .isNotEmpty()
                .allMatch(jar -> jar.endsWith("-" + version + ".jar"));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(), path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient().send(request.uri(uri).build(), BodyHandlers.ofString());
    }
}
