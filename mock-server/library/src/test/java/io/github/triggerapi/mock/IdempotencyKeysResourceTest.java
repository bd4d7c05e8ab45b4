package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Idempotency keys that are reset over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#hasSupplement")
class IdempotencyKeysResourceTest {
    private static final String KEYED = "{\"options\":{\"idempotencyKey\":\"a/b\"}}";
    private static final String RESET = "/api/v1/idempotencyKeys/a%2Fb/reset";

    @Test
    void nextRequestWithTheKeyGetsANewRun() {
        try (MockServer server = MockServer.builder().start()) {
            JsonCaller api = JsonCaller.of(server);
            String id = api.trigger("my-task", KEYED);
            assertThat(api.trigger("my-task", KEYED)).isEqualTo(id);

            api.post(404, RESET, "{\"taskIdentifier\":\"other\"}");
            api.environment("prod").post(404, RESET, "{\"taskIdentifier\":\"my-task\"}");
            assertThat(api.post(200, RESET, "{\"taskIdentifier\":\"my-task\"}")).hasToString("{\"id\":\"a/b\"}");
            assertThat(api.trigger("my-task", KEYED)).isNotEqualTo(id);
            api.post(200, RESET, "{\"taskIdentifier\":\"my-task\"}");
            api.post(404, RESET, "{\"taskIdentifier\":\"my-task\"}");
            api.post(400, RESET, "{\"taskIdentifier\":\"\"}");
        }
    }
}
