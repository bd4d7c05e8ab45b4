package consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/** Implements the operation of the spec. The task decides about the response. */
public class Gateway implements TasksApi {

    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, TriggerTaskRequestBody body) {
        switch (taskIdentifier) {
            case "unknown" -> throw new NotFoundException("There is no such task");
            case "conflict" -> throw new ClientErrorException("The task is paused", 409);
            case "own-body" -> throw new WebApplicationException(Response.status(429)
                    .type("application/json")
                    .entity(ErrorResponse.builder().error("Slow down").build())
                    .build());
            case "bug" -> throw new IllegalStateException("a detail that is not for callers");
            case "not-implemented" -> {
                return TasksApi.super.triggerTaskV1(taskIdentifier, body);
            }
            default -> {
                TriggerTaskResponse.Builder response = TriggerTaskResponse.builder().id(taskIdentifier);
                JsonNode payload = body.payload();
                return payload == null ? response.build() : response.putAdditionalProperty("payload", payload).build();
            }
        }
    }
}
