package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.dispatch.ResourceDispatcher;
import io.github.triggerapi.mock.internal.engine.MetadataChange;
import io.github.triggerapi.mock.internal.engine.RunChangeException;
import io.github.triggerapi.mock.internal.engine.RunChanges;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cancels, replays and changes runs. By the rules of the schemas, a change that the state of the run forbids has no effect;
 * by other rules it is rejected.
 */
@Path("/")
public final class RunChangesResource implements StatefulResource {
    private static final String RUN = "runId";
    private static final String CANCEL = "/api/v2/runs/{" + RUN + "}/cancel";
    private static final String REPLAY = "/api/v1/runs/{" + RUN + "}/replay";
    private static final String RESCHEDULE = "/api/v1/runs/{" + RUN + "}/reschedule";
    private static final String TAGS = "/api/v1/runs/{" + RUN + "}/tags";
    private static final String METADATA = "/api/v1/runs/{" + RUN + "}/metadata";

    private final ResourceContext context;
    private final RunChanges changes;
    private final RunWriter writer;
    private final DocumentedOperation canceling;
    private final DocumentedOperation replaying;
    private final DocumentedOperation rescheduling;
    private final DocumentedOperation tagging;
    private final DocumentedOperation describing;

    RunChangesResource(ResourceContext context) {
        this.context = context;
        this.changes = context.engine().changes();
        this.writer = context.runWriter();
        this.canceling = context.operation("POST", CANCEL);
        this.replaying = context.operation("POST", REPLAY);
        this.rescheduling = context.operation("POST", RESCHEDULE);
        this.tagging = context.operation("POST", TAGS);
        this.describing = context.operation("PUT", METADATA);
    }

    @POST
    @Path(CANCEL)
    public MockResponse cancel(
            @PathParam(RUN) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = find(canceling, id, security);
        changes.cancel(run.id());
        return canceling.success(accept, object("id", run.id()), all());
    }

    @POST
    @Path(REPLAY)
    public MockResponse replay(
            @PathParam(RUN) String id,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run source = find(replaying, id, security);
        Run made = context.engine().replay(source.id()).orElse(source);
        ResourceDispatcher.recordRun(made.id());
        return replaying.success(accept, object("id", made.id()), all());
    }

    @POST
    @Path(RESCHEDULE)
    public MockResponse reschedule(
            @PathParam(RUN) String id,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = find(rescheduling, id, security);
        Instant now = context.engine().clock().now();
        String delay = body == null ? "" : body.path("delay").asText();
        change(() -> changes.reschedule(run.id(), TimeParser.delay(delay, now)));
        return rescheduling.success(
                accept, writer::typicalRetrieved, writer.retrieved(find(rescheduling, id, security)), all());
    }

    @POST
    @Path(TAGS)
    public MockResponse addTags(
            @PathParam(RUN) String id,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = find(tagging, id, security);
        List<String> tags = new ArrayList<>();
        JsonNode given = body == null ? Json.MAPPER.createArrayNode() : body.path("tags");
        for (JsonNode tag : given.isArray() ? given : List.of(given)) {
            if (!tag.asText().isBlank()) {
                tags.add(tag.asText());
            }
        }
        int[] added = new int[1];
        change(() -> added[0] = changes.addTags(run.id(), tags).orElse(0));
        String message = added[0] == 1 ? "1 tag is new" : added[0] + " tags are new";
        return tagging.success(accept, object("message", message), all());
    }

    @PUT
    @Path(METADATA)
    public MockResponse changeMetadata(
            @PathParam(RUN) String id,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        Run run = find(describing, id, security);
        if (body != null) {
            change(() -> changes.changeMetadata(run.id(), MetadataChange.of(body)));
        }
        ObjectNode members = Json.MAPPER.createObjectNode();
        JsonNode metadata = find(describing, id, security).metadata(JsonNode.class);
        members.set("metadata", metadata instanceof ObjectNode object ? object : Json.MAPPER.createObjectNode());
        return describing.success(accept, members, all());
    }

    private Run find(DocumentedOperation operation, String id, SecurityContext security) {
        Run run = CallerRuns.find(context, operation, security, id);
        ResourceDispatcher.recordRun(run.id());
        return run;
    }

    private void change(Runnable change) {
        try {
            change.run();
        } catch (RunChangeException e) {
            reject(status(e.reason()), e);
        } catch (IllegalArgumentException e) {
            reject(400, e);
        }
    }

    private void reject(int status, RuntimeException reason) {
        if (context.rules() != RequestRules.SCHEMAS) {
            throw new RejectedRequestException(status, String.valueOf(reason.getMessage()));
        }
    }

    private static int status(RunChangeException.Reason reason) {
        return switch (reason) {
            case NOT_DELAYED, INVALID_METADATA -> 400;
            case METADATA_TOO_LARGE -> 413;
            case TOO_MANY_TAGS, FINISHED_TOO_LONG_AGO -> 422;
        };
    }

    private static ObjectNode object(String name, String value) {
        return Json.MAPPER.createObjectNode().put(name, value);
    }

    private boolean all() {
        return context.rules() == RequestRules.SERVICE;
    }
}
