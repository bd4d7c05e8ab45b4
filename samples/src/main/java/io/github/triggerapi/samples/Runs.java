package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.BatchTriggerRun;
import io.github.triggerapi.client.model.BatchTriggerTaskRequestBodyItem;
import io.github.triggerapi.client.model.ListRunItem;
import io.github.triggerapi.client.model.RetrieveRunResponse;
import io.github.triggerapi.client.model.RunStatus;
import io.github.triggerapi.client.value.IdempotencyKeys;
import java.time.Duration;
import java.util.List;

/** Waits for the output of a run, cancels and retries runs, lists those that failed, and triggers many at once. */
public final class Runs {

    /** The output of a run. */
    public record Label(String order, int parcels) {}

    private Runs() {}

    static Label print(TriggerClient client, String order) {
        String id = client.tasks()
                .triggerTaskV1("print-label", body -> body.payload(order))
                .send()
                .id();
        RetrieveRunResponse run = client.run().awaitRun(id, Duration.ofMinutes(5));
        if (!run.status().equals(RunStatus.COMPLETED)) {
            throw new IllegalStateException(id + " ended as " + run.status());
        }
        return run.outputPresignedUrl() == null
                ? run.output(Label.class) // null if the task returned nothing
                : client.download(run.outputPresignedUrl(), Label.class).send(); // a long output
    }

    static void cancel(TriggerClient client, String runId) {
        client.runs().cancelRunV1(runId).send();
    }

    /** Returns the id of the new run, which has the same task and payload. */
    static String retry(TriggerClient client, String runId) {
        return client.runs().replayRunV1(runId).send().id();
    }

    static List<String> failed(TriggerClient client, String task) {
        return client
                .runs()
                .listAllRuns(query -> query.filterTaskIdentifier(List.of(task))
                        .filterStatus(List.of(RunStatus.FAILED, RunStatus.CRASHED)))
                .stream() // requests the next page when it is needed
                .map(ListRunItem::id)
                .toList();
    }

    static List<String> shipAll(TriggerClient client, List<String> orders) {
        List<BatchTriggerTaskRequestBodyItem> items = orders.stream()
                .map(order -> BatchTriggerTaskRequestBodyItem.builder()
                        .task("ship-order")
                        .payload(order)
                        .options(options -> options.idempotencyKey(IdempotencyKeys.of("ship", order)))
                        .build())
                .toList();
        return client.tasks().batchTriggerTaskV1(body -> body.items(items)).send().runs().stream()
                .map(BatchTriggerRun::id)
                .toList();
    }
}
