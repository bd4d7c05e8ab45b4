package consumer;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.junit.MockServerExtension;
import java.util.Map;
import java.util.concurrent.CompletionException;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses the client and the mock server on the class path, with OkHttp 4. */
class TriggerTest {

    private static final TriggerTaskRequestBody BODY = TriggerTaskRequestBody.builder()
            .payload(Map.of("message", "Hello, world!"))
            .build();

    @RegisterExtension
    static final MockServerExtension MOCK = MockServerExtension.builder()
            .parameter(TriggerClient.class, mock -> client(mock, "tr_dev_1234"))
            .build();

    @Test
    void hasTheOkHttpOfTheApplication() {
        assertEquals("4.12.0", OkHttp.VERSION);
    }

    @Test
    void triggersATask(MockServer mock, TriggerClient client) {
        String id = client.tasks().triggerTaskV1("my-task", BODY).send().id();
        assertEquals(id, assertThat(mock).triggered("my-task").withPayload(Map.of("message", "Hello, world!")).once().id());
    }

    @Test
    void readsAnError() {
        try (MockServer mock = MockServer.builder().port(0).start();
                TriggerClient client = client(mock, "no-key")) {
            CompletionException e = assertThrows(
                    CompletionException.class,
                    () -> client.tasks().triggerTaskV1("my-task", BODY).sendAsync().join());
            assertEquals("POST /api/v1/tasks/my-task/trigger returned 401", e.getCause().getMessage().split(":")[0]);
        }
    }

    private static TriggerClient client(MockServer mock, String key) {
        return TriggerClient.builder().secretKey(key).apiUrl(mock.url().toString()).build();
    }
}
