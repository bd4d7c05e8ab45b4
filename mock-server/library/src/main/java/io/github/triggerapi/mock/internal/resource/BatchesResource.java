package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.engine.BatchResult;
import io.github.triggerapi.mock.internal.engine.BatchStatus;
import io.github.triggerapi.mock.internal.engine.Batches;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers several runs at once, and returns the state of such batches. */
@Path("/")
public final class BatchesResource implements StatefulResource {
    private static final String BATCH = "batchId";
    private static final String TRIGGER = "/api/v1/tasks/batch";
    private static final String RETRIEVE = "/api/v1/batches/{" + BATCH + "}";

    private final ResourceContext context;
    private final BatchItemReader reader;
    private final DocumentedOperation triggering;
    private final DocumentedOperation retrieving;

    BatchesResource(ResourceContext context) {
        this.context = context;
        this.triggering = context.operation("POST", TRIGGER);
        this.retrieving = context.operation("GET", RETRIEVE);
        this.reader = new BatchItemReader(context, triggering);
    }

    @POST
    @Path(TRIGGER)
    public MockResponse trigger(
            @Nullable JsonNode body,
            @HeaderParam("idempotency-key") @Nullable String key,
            @HeaderParam("idempotency-key-ttl") @Nullable String keyLife,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        String environment = CallerRuns.environment(security);
        BatchResult result = context.triggerBatch(
                environment, reader.items(body, environment), key == null || key.isBlank() ? null : key, life(keyLife));
        if (!isService() && triggering.returns("batchId")) {
            return triggering.success(accept, ids(result.batch()), false);
        }
        return triggering.success(accept, BatchesResource::typicalTriggered, triggered(result), isService());
    }

    private Duration life(@Nullable String text) {
        try {
            return text == null ? Batches.IDEMPOTENCY_LIFE : TimeParser.duration(text);
        } catch (IllegalArgumentException e) {
            if (context.rules() == RequestRules.DOCUMENT) {
                throw new RejectedRequestException(
                        400, "Validation error: " + e.getMessage() + " at \"header.idempotency-key-ttl\"");
            }
            return Batches.IDEMPOTENCY_LIFE;
        }
    }

    /** Returns the ids alone, as some revisions of the document of Trigger.dev describe the response. */
    private static ObjectNode ids(Batch batch) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("batchId", batch.id());
        batch.runs().forEach(json.putArray("runs")::add);
        return json;
    }

    private ObjectNode triggered(BatchResult result) {
        ObjectNode json = triggered(result.batch(), !result.isMade());
        ArrayNode runs = json.putArray("runs");
        if (result.isMade()) {
            result.runs().forEach(one -> runs.add(run(one.run(), !one.isMade())));
        } else {
            context.engine().store().findAll(result.batch().runs()).forEach(one -> runs.add(run(one, true)));
        }
        return json;
    }

    private static ObjectNode triggered(Batch batch, boolean cached) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", batch.id()).put("isCached", cached);
        if (batch.idempotencyKey() != null) {
            json.put("idempotencyKey", batch.idempotencyKey());
        }
        return json;
    }

    private static ObjectNode run(Run run, boolean cached) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", run.id()).put("taskIdentifier", run.task()).put("isCached", cached);
        if (run.idempotencyKey() != null) {
            json.put("idempotencyKey", run.idempotencyKey());
        }
        return json;
    }

    private static ObjectNode typicalTriggered() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", "batch_1").put("isCached", false).put("idempotencyKey", "key");
        json.putArray("runs")
                .addObject()
                .put("id", "run_1")
                .put("taskIdentifier", "task")
                .put("isCached", false)
                .put("idempotencyKey", "key");
        return json;
    }

    @GET
    @Path(RETRIEVE)
    public MockResponse retrieve(
            @PathParam(BATCH) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        BatchStatus status =
                find(context, security, id).orElseThrow(() -> context.unretrievable(retrieving, "Batch not found"));
        return retrieving.success(accept, BatchesResource::typicalRetrieved, retrieved(status), isService());
    }

    /** Returns the state of a batch that is visible to a caller. */
    static Optional<BatchStatus> find(ResourceContext context, SecurityContext security, String id) {
        return context.engine()
                .batches()
                .find(id)
                .filter(one -> CallerRuns.sees(security, one.batch().environment()));
    }

    /** Returns the members that all versions have in common. Runs are not shown until all of them exist. */
    static ObjectNode retrieved(BatchStatus status) {
        Batch batch = status.batch();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", batch.id())
                .put("status", status.isCompleted() ? "COMPLETED" : "PENDING")
                .put("createdAt", RunWriter.time(batch.createdAt()))
                .put("updatedAt", RunWriter.time(status.updatedAt()))
                .put("runCount", batch.runs().size());
        ArrayNode runs = json.putArray("runs");
        if (batch.isFilled()) {
            batch.runs().forEach(runs::add);
        }
        if (batch.idempotencyKey() != null) {
            json.put("idempotencyKey", batch.idempotencyKey());
        }
        if (status.isCompleted()) {
            json.put("successfulRunCount", status.successfulRuns()).put("failedRunCount", status.failedRuns());
        }
        return json;
    }

    static ObjectNode typicalRetrieved() {
        String time = RunWriter.time(Instant.EPOCH);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", "batch_1")
                .put("status", "COMPLETED")
                .put("createdAt", time)
                .put("updatedAt", time)
                .put("runCount", 1)
                .put("idempotencyKey", "key")
                .put("successfulRunCount", 1)
                .put("failedRunCount", 0);
        json.putArray("runs").add("run_1");
        return json;
    }

    private boolean isService() {
        return context.rules() == RequestRules.SERVICE;
    }
}
