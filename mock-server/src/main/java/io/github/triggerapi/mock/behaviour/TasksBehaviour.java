package io.github.triggerapi.mock.behaviour;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.triggerapi.mock.Behaviour;
import io.github.triggerapi.mock.Behaviour.Settings;
import io.github.triggerapi.mock.Rules;
import io.github.triggerapi.mock.run.RunRequest;
import io.github.triggerapi.mock.run.Triggered;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations on tasks: triggering one gives a run id, the same one for the same idempotency key and for
 * another try of the same request.
 */
final class TasksBehaviour implements TasksApi {
    /** A caller who tries again sends what it sent before; the service looks at it, and the document does not have it. */
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";

    private final Settings settings;

    /** A proxy that stands for the caller of the request at hand. */
    @Context
    private @Nullable SecurityContext security;

    /** A proxy as well, for the headers of the request. */
    @Context
    private @Nullable HttpHeaders headers;

    TasksBehaviour(Settings settings) {
        this.settings = settings;
    }

    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, @Nullable TriggerTaskRequestBody body) {
        Set<String> tasks = settings.tasks();
        if (!tasks.isEmpty() && !tasks.contains(taskIdentifier)) {
            throw new NotFoundException("Task \"" + taskIdentifier + "\" not found");
        }
        RunRequest.Builder request =
                RunRequest.builder(taskIdentifier, environment()).requestKey(requestKey());
        if (body != null) {
            request.payload(body.payload()).context(body.context());
            new TriggerOptions(settings, key -> settings.engine().held(environment(), taskIdentifier, key))
                    .read(body, request);
        }
        Triggered triggered = settings.trigger(request.build());
        TriggerTaskResponse.Builder answer =
                TriggerTaskResponse.builder().id(triggered.run().id());
        if (settings.rules() == Rules.SERVICE) {
            answer.putAdditionalProperty("isCached", BooleanNode.valueOf(!triggered.isMade()));
        }
        return answer.build();
    }

    /** The kind of key is the environment that a run belongs to. */
    private String environment() {
        Principal caller = security == null ? null : security.getUserPrincipal();
        return caller == null ? "" : caller.getName();
    }

    private @Nullable String requestKey() {
        String key = headers == null ? null : headers.getRequestHeaders().getFirst(REQUEST_KEY);
        return key == null || key.isBlank() ? null : key;
    }

    /** Makes it for a server. */
    public static final class Provider implements Behaviour {
        @Override
        public Object resource(Settings settings) {
            return new TasksBehaviour(settings);
        }

        @Override
        public Set<String> taskParameters() {
            return Set.of("taskIdentifier");
        }
    }
}
