package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.run.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues that are listed, paused and resumed over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class QueuesResourceTest {
    private static final String QUEUES = "/api/v1/queues";

    private final MockServer server = MockServer.builder().start();
    private final JsonCaller api = JsonCaller.of(server);

    @BeforeEach
    void enterQueues() {
        api.trigger("my-task", "{\"options\":{\"queue\":{\"concurrencyLimit\":2}}}");
        api.trigger("my-task", "{\"options\":{\"queue\":{\"name\":\"mail/out\"}}}");
        api.environment("prod").trigger("other", "{}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void queuesAreListedByName() {
        JsonNode page = api.get(200, QUEUES);

        assertThat(page.path("pagination")).hasToString("{\"currentPage\":1,\"totalPages\":1,\"count\":2}");
        assertThat(page.at("/data/0/name").asText()).isEqualTo("mail/out");
        assertThat(page.at("/data/0/type").asText()).isEqualTo("custom");
        JsonNode ofTask = page.at("/data/1");
        assertThat(ofTask.path("name").asText()).isEqualTo("my-task");
        assertThat(ofTask.path("type").asText()).isEqualTo("task");
        assertThat(ofTask.path("concurrencyLimit").asInt()).isEqualTo(2);
        assertThat(ofTask.path("concurrency"))
                .hasToString(
                        "{\"current\":2,\"base\":2,\"override\":null,\"overriddenAt\":null,\"overriddenBy\":null}");
        JsonNode second = api.get(200, QUEUES + "?page=2&perPage=1");
        assertThat(second.path("pagination")).hasToString("{\"currentPage\":2,\"totalPages\":2,\"count\":2}");
        assertThat(second.path("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"my-task, task, my-task", "mail%2Fout, custom, mail/out", "mail%252Fout, custom, mail/out"})
    void queueIsFoundByTypeAndName(String given, String type, String name) {
        JsonNode queue = api.get(200, QUEUES + "/" + given + "?type=" + type);

        assertThat(queue.path("name").asText()).isEqualTo(name);
        assertThat(api.get(200, QUEUES + "/" + queue.path("id").asText())).isEqualTo(queue);
    }

    @ParameterizedTest
    @CsvSource({"my-task, id", "my-task, custom", "mail%2Fout, task", "other, task"})
    void unknownQueueIsNotFound(String given, String type) {
        api.get(404, QUEUES + "/" + given + "?type=" + type);
    }

    @Test
    void runsOfAPausedQueueWait() {
        String pause = QUEUES + "/my-task/pause";

        assertThat(api.post(200, pause, "{\"type\":\"task\",\"action\":\"pause\"}")
                        .path("paused")
                        .asBoolean())
                .isTrue();
        String id = api.trigger("my-task", "{}");
        assertThat(server.run(id).orElseThrow().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(api.get(200, QUEUES + "/my-task?type=task").path("queued").asInt())
                .isEqualTo(1);
        assertThat(api.post(200, pause, "{\"type\":\"task\",\"action\":\"resume\"}")
                        .path("paused")
                        .asBoolean())
                .isFalse();
        assertThat(server.run(id).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
    }
}
