package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockServer;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The client in an application, and the mock server in its tests. */
class TriggerTest {

    private static final TriggerTaskRequestBody BODY = TriggerTaskRequestBody.builder()
            .payload(Map.of("message", "Hello, world!"))
            .build();

    @Test
    void triggersATask() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = client(mock, "tr_dev_1234")) {
            assertFalse(client.send(client.tasks().triggerTaskV1("my-task", BODY)).id().isEmpty());
        }
    }

    @Test
    void readsAnError() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = client(mock, "no-key")) {
            CompletionException e = assertThrows(
                    CompletionException.class,
                    () -> client.sendAsync(client.tasks().triggerTaskV1("my-task", BODY)).join());
            assertEquals("POST /api/v1/tasks/my-task/trigger answered 401", e.getCause().getMessage().split(":")[0]);
        }
    }

    private static TriggerClient client(MockServer mock, String key) {
        return TriggerClient.builder().secretKey(key).apiUrl(mock.url().toString()).build();
    }
}
