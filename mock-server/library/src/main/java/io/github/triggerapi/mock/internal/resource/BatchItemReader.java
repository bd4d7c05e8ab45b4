package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.concurrent.Lazy;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the items of requests to trigger batches. */
final class BatchItemReader {
    private final ResourceContext context;
    private final Lazy<TriggerBodyReader> reader;

    /** @param operation the operation whose body has the items in an array {@code items} */
    BatchItemReader(ResourceContext context, DocumentedOperation operation) {
        this.context = context;
        this.reader = new Lazy<>(() -> new TriggerBodyReader(context, operation.itemsOf("items")));
    }

    /** Returns the requests for the items of a body; none if it is absent. */
    List<RunRequest> items(@Nullable JsonNode body, String environment) {
        List<RunRequest> requests = new ArrayList<>();
        if (body != null) {
            body.path("items").forEach(item -> requests.add(item(item, environment)));
        }
        return requests;
    }

    /** Returns the request for one item. */
    RunRequest item(JsonNode item, String environment) {
        String task = item.path("task").asText();
        RunRequest request = new RunRequest(task, environment);
        reader.get().read(item, request, key -> context.engine().findByIdempotencyKey(environment, task, key));
        return request;
    }
}
