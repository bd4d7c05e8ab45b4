package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.JsonCaller;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RequestRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with one store: each sees over HTTP what was done with the other one. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class SharedOperationsTest {
    @Test
    void serversShareRunsBatchesAndQueues(@TempDir Path directory) throws Exception {
        try (RedisServer redis = RedisServer.start(directory);
                MockServer one = start(redis);
                MockServer other = start(redis)) {
            JsonCaller first = JsonCaller.of(one);
            JsonCaller second = JsonCaller.of(other);
            List<String> newestFirst = new ArrayList<>();
            for (JsonCaller caller : List.of(first, second, first)) {
                newestFirst.add(0, caller.trigger("my-task", "{}"));
            }

            JsonNode page = second.get(200, "/api/v1/runs?page%5Bsize%5D=2");
            assertThat(ids(page)).isEqualTo(newestFirst.subList(0, 2));
            String next = page.at("/pagination/next").asText();
            assertThat(ids(first.get(200, "/api/v1/runs?page%5Bsize%5D=2&page%5Bafter%5D=" + next)))
                    .isEqualTo(newestFirst.subList(2, 3));

            String id = newestFirst.get(0);
            second.post(200, "/api/v2/runs/" + id + "/cancel", "");
            assertThat(first.get(200, "/api/v3/runs/" + id).path("status").asText())
                    .isEqualTo("CANCELED");

            JsonNode batch = first.post(202, "/api/v1/tasks/batch", "{\"items\":[{\"task\":\"a\"},{\"task\":\"b\"}]}");
            String path = "/api/v1/batches/" + batch.path("id").asText();
            assertThat(second.get(200, path).path("status").asText()).isEqualTo("PENDING");
            for (JsonNode run : batch.path("runs")) {
                second.post(200, "/api/v2/runs/" + run.path("id").asText() + "/cancel", "");
            }
            assertThat(first.get(200, path).path("failedRunCount").asInt()).isEqualTo(2);

            String items = "/api/v3/batches/"
                    + first.post(202, "/api/v3/batches", "{\"runCount\":2}")
                            .path("id")
                            .asText() + "/items";
            assertThat(lines(first)
                            .post(200, items, "{\"index\":0,\"task\":\"a\"}")
                            .path("sealed")
                            .asBoolean())
                    .isFalse();
            assertThat(lines(second)
                            .post(200, items, "{\"index\":1,\"task\":\"a\"}")
                            .path("sealed")
                            .asBoolean())
                    .isTrue();

            String queue = first.post(200, "/api/v1/queues/a/pause", "{\"type\":\"task\",\"action\":\"pause\"}")
                    .path("id")
                    .asText();
            assertThat(second.get(200, "/api/v1/queues/" + queue).path("paused").asBoolean())
                    .isTrue();
        }
    }

    private static MockServer start(RedisServer redis) {
        return MockServer.builder()
                .store(redis.url())
                .rules(RequestRules.SERVICE)
                .stayQueued()
                .start();
    }

    private static JsonCaller lines(JsonCaller caller) {
        return new JsonCaller(caller.caller().header("Content-Type", "application/x-ndjson"));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(run -> ids.add(run.path("id").asText()));
        return ids;
    }
}
