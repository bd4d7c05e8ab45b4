package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.store.TriggerResult;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Triggers tasks. Requests with the same idempotency key, and all attempts of one request, get the same run.
 *
 * <p>It uses no class that is generated from the OpenAPI document, so that it works with any revision of it.
 */
@Path("/")
public final class TasksResource implements StatefulResource {
    private static final String TASK = "taskIdentifier";
    private static final String TRIGGER = "/api/v1/tasks/{" + TASK + "}/trigger";

    /**
     * All attempts of one request have the same value. Trigger.dev evaluates this header, which is not in the spec.
     */
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";

    private final ResourceContext context;
    private final DocumentedOperation operation;
    private final TriggerBodyReader reader;

    TasksResource(ResourceContext context) {
        this.context = context;
        this.operation = context.operation("POST", TRIGGER);
        this.reader = new TriggerBodyReader(context, operation);
    }

    @POST
    @Path(TRIGGER)
    public MockResponse trigger(
            @PathParam(TASK) String task,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @HeaderParam(REQUEST_KEY) @Nullable String requestKey,
            @Context SecurityContext security) {
        Set<String> tasks = context.tasks();
        if (!tasks.isEmpty() && !tasks.contains(task)) {
            throw new RejectedRequestException(404, "Task \"" + task + "\" not found");
        }
        String environment = CallerRuns.environment(security);
        RunRequest request = new RunRequest(task, environment).requestKey(present(requestKey));
        if (body != null) {
            reader.read(body, request, key -> context.engine().findByIdempotencyKey(environment, task, key));
        }
        TriggerResult result = context.trigger(request);
        ObjectNode members = Json.MAPPER.createObjectNode();
        members.put("id", result.run().id());
        members.put("isCached", !result.isMade());
        return operation.success(accept, members, context.rules() == RequestRules.SERVICE);
    }

    private static @Nullable String present(@Nullable String key) {
        return key == null || key.isBlank() ? null : key;
    }

    @Override
    public Set<String> taskParameters() {
        return operation.variables();
    }
}
