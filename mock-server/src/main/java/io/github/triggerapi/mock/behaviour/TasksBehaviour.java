package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.Behaviour;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations on tasks: triggering one gives a run id, the same one for the same idempotency key and for
 * another try of the same request.
 */
final class TasksBehaviour implements TasksApi {
    /** A caller who tries again sends what it sent before; the service looks at it, and the document does not have it. */
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";

    private final Set<String> tasks;
    private final Runs runs;

    /** A proxy that stands for the caller of the request at hand. */
    @Context
    private @Nullable SecurityContext security;

    /** A proxy as well, for the headers of the request. */
    @Context
    private @Nullable HttpHeaders headers;

    /**
     * Knows the given tasks.
     *
     * @param tasks their identifiers; when empty, every task is known
     */
    TasksBehaviour(Set<String> tasks, Runs runs) {
        this.tasks = Set.copyOf(tasks);
        this.runs = runs;
    }

    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, @Nullable TriggerTaskRequestBody body) {
        if (!tasks.isEmpty() && !tasks.contains(taskIdentifier)) {
            throw new NotFoundException("Task \"" + taskIdentifier + "\" not found");
        }
        TriggerTaskRequestBodyOptions options = body == null ? null : body.options();
        String idempotencyKey = options == null ? null : options.idempotencyKey();
        String id = runs.trigger(environment(), taskIdentifier, idempotencyKey, requestKey());
        return TriggerTaskResponse.builder().id(id).build();
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
            RecentRequests requests = new RecentRequests(InstantSource.system());
            return new TasksBehaviour(
                    settings.tasks(), new Runs(new RunIds(settings.random()), settings.runs(), requests));
        }
    }
}
