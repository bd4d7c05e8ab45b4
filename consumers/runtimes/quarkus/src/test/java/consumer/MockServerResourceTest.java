package consumer;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.mock.MockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MockServerResource.class)
class MockServerResourceTest {

    @ConfigProperty(name = "trigger.api-url")
    String url;

    MockServer mock;

    @Test
    void applicationHasTheUrlOfTheMockServer() throws Exception {
        mock.reset();
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url).build()) {
            client.tasks().triggerTaskV1("ship-order", body -> body.payload("4711")).send();
        }

        assertThat(mock).triggered("ship-order").withPayload("4711").once();
    }
}
