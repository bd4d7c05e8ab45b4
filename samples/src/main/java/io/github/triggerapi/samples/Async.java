package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Triggers a task with several payloads concurrently. */
public final class Async {
    public static void main(String[] args) {
        try (TriggerClient client = TriggerClient.fromEnv()) {
            List.of("first", "second", "third").stream()
                    .map(payload -> client.tasks()
                            .triggerTaskV1("my-task", body -> body.payload(payload))
                            .sendAsync()
                            .thenAccept(run -> System.out.println(run.id())))
                    .toList() // starts all calls before waiting for the first
                    .forEach(CompletableFuture::join);
        }
    }
}
