package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.resource.TasksResource;
import io.github.triggerapi.mock.internal.validation.ApiKey;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;

/** The behavior of the mock server as a resource of a JAX-RS runtime, which validates requests by the stubs. */
public class MockTasks implements TasksApi {
    private static final ObjectMapper JSON =
            new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** The behavior; a runtime creates the objects of this class itself. */
    static volatile TasksResource behavior;

    @Context
    private HttpHeaders headers;

    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, TriggerTaskRequestBody body) {
        try {
            byte[] response = behavior
                    .trigger(
                            taskIdentifier,
                            JSON.valueToTree(body),
                            headers.getHeaderString("Accept"),
                            headers.getHeaderString("x-trigger-request-idempotency-key"),
                            new Caller(headers.getHeaderString("Authorization")))
                    .body();
            return JSON.readValue(response, TriggerTaskResponse.class);
        } catch (RejectedRequestException e) {
            throw new WebApplicationException(e.message(), e.status());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The caller with a bearer token, such as that of the environment {@code dev} with {@code tr_dev_1234}. */
    private record Caller(String authorization) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return new ApiKey(authorization.split("_")[1]);
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "BEARER";
        }
    }
}
