package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.request.RequestRules;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Resets idempotency keys. By the rules of the schemas, a key that no run has can be reset as well. */
@Path("/")
public final class IdempotencyKeysResource implements StatefulResource {
    private static final String KEY = "key";
    private static final String RESET = "/api/v1/idempotencyKeys/{" + KEY + "}/reset";

    private final ResourceContext context;
    private final DocumentedOperation operation;

    IdempotencyKeysResource(ResourceContext context) {
        this.context = context;
        this.operation = context.operation("POST", RESET);
    }

    @POST
    @Path(RESET)
    public MockResponse reset(
            @PathParam(KEY) String key,
            @Nullable JsonNode body,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept,
            @Context SecurityContext security) {
        String task = body == null ? "" : body.path("taskIdentifier").asText();
        boolean found = context.engine().changes().resetIdempotencyKey(CallerRuns.environment(security), task, key);
        if (!found && context.rules() != RequestRules.SCHEMAS) {
            throw context.unknown(operation, "No run of the task has this idempotency key");
        }
        return operation.success(
                accept, Json.MAPPER.createObjectNode().put("id", key), context.rules() == RequestRules.SERVICE);
    }
}
