package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import java.util.Map;

/** Triggers a task with the key in {@code TRIGGER_SECRET_KEY} and the optional URL in {@code TRIGGER_API_URL}. */
public final class Trigger {
    public static void main(String[] args) {
        try (TriggerClient client = TriggerClient.fromEnv()) {
            var payload = Map.of("message", "Hello, world!");
            var run = client.tasks()
                    .triggerTaskV1("my-task", body -> body.payload(payload))
                    .send();
            System.out.println(run.id());
        }
    }
}
