package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.engine.BatchResult;
import io.github.triggerapi.mock.internal.engine.BatchStatus;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.run.Batch;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Batches in the way of version 4 of the TypeScript SDK: a batch is created first, and its items follow in a stream. */
@Path("/")
public final class SdkBatchesResource implements StatefulResource {
    private static final String BATCH = "batchId";
    private static final String TRIGGER = "/api/v2/tasks/batch";
    private static final String RETRIEVE = "/api/v2/batches/{" + BATCH + "}";
    private static final String CREATE = "/api/v3/batches";
    private static final String ITEMS = "/api/v3/batches/{" + BATCH + "}/items";

    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private final ResourceContext context;
    private final BatchItemReader reader;
    private final DocumentedOperation triggering;
    private final DocumentedOperation retrieving;
    private final DocumentedOperation creating;
    private final DocumentedOperation filling;

    SdkBatchesResource(ResourceContext context) {
        this.context = context;
        this.triggering = context.operation("POST", TRIGGER);
        this.retrieving = context.operation("GET", RETRIEVE);
        this.creating = context.operation("POST", CREATE);
        this.filling = context.operation("POST", ITEMS);
        this.reader = new BatchItemReader(context, triggering);
    }

    @POST
    @Path(TRIGGER)
    public MockResponse trigger(
            @Nullable JsonNode body,
            @HeaderParam(REQUEST_KEY) @Nullable String requestKey,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        String environment = CallerRuns.environment(security);
        BatchResult result = context.triggerBatch(environment, reader.items(body, environment), requestKey, KEY_LIFE);
        return created(triggering, accept, result);
    }

    @POST
    @Path(CREATE)
    public MockResponse create(
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        int size = body == null ? 1 : body.path("runCount").asInt(1);
        String key = body == null ? null : body.path("idempotencyKey").textValue();
        BatchResult result = context.engine().batches().open(CallerRuns.environment(security), size, key, KEY_LIFE);
        return created(creating, accept, result);
    }

    /** Returns the documented success for a new batch, and the status 200 for a known one. */
    private static MockResponse created(DocumentedOperation operation, @Nullable String accept, BatchResult result) {
        Batch batch = result.batch();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", batch.id()).put("runCount", batch.runs().size()).put("isCached", !result.isMade());
        if (!result.isMade()) {
            return MockResponse.of(200, "application/json", Json.write(json));
        }
        return operation.success(accept, json, true);
    }

    @POST
    @Path(ITEMS)
    public MockResponse addItems(
            @PathParam(BATCH) String id,
            byte[] lines,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Batch batch = find(security, id).batch();
        Map<Integer, RunRequest> requests = new TreeMap<>();
        int items = 0;
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            if (!line.isBlank()) {
                JsonNode item = Json.parse(line.getBytes(StandardCharsets.UTF_8));
                requests.put(index(item, batch), reader.item(item, batch.environment()));
                items++;
            }
        }
        int accepted = batch.isFilled() ? 0 : context.engine().batches().fill(batch, requests);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id)
                .put("itemsAccepted", accepted)
                .put("itemsDeduplicated", batch.isFilled() ? 0 : items - accepted)
                .put("sealed", find(security, id).batch().isFilled())
                .put("runCount", batch.runs().size());
        return filling.success(accept, json, true);
    }

    private static int index(JsonNode item, Batch batch) {
        JsonNode index = item.path("index");
        if (!index.isInt() || index.asInt() < 0 || index.asInt() >= batch.runs().size()) {
            throw unprocessable(
                    "The index of an item must be from 0 to " + (batch.runs().size() - 1));
        }
        if (!item.path("task").isTextual()) {
            throw unprocessable("The task of item " + index.asInt() + " is missing");
        }
        return index.asInt();
    }

    private BatchStatus find(SecurityContext security, String id) {
        return BatchesResource.find(context, security, id).orElseThrow(() -> unprocessable("The batch is unknown"));
    }

    private static RejectedRequestException unprocessable(String message) {
        return new RejectedRequestException(422, message);
    }

    @GET
    @Path(RETRIEVE)
    public MockResponse retrieve(
            @PathParam(BATCH) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        BatchStatus status = BatchesResource.find(context, security, id)
                .orElseThrow(() -> context.unretrievable(retrieving, "Batch not found"));
        return retrieving.success(
                accept,
                () -> withProcessing(BatchesResource.typicalRetrieved()),
                withProcessing(BatchesResource.retrieved(status)),
                true);
    }

    private static ObjectNode withProcessing(ObjectNode batch) {
        batch.putObject("processing").putArray("errors");
        return batch;
    }
}
