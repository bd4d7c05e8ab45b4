package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.Behaviour;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers the operations on tasks: triggering one gives a run id, the same one for the same idempotency key. */
final class TasksBehaviour implements TasksApi {
    private final Set<String> tasks;
    private final RunIds runIds;
    private final Map<RunKey, String> runs = new ConcurrentHashMap<>();

    /** A proxy that stands for the caller of the request at hand. */
    @Context
    private @Nullable SecurityContext security;

    /**
     * Knows the given tasks.
     *
     * @param tasks their identifiers; when empty, every task is known
     */
    TasksBehaviour(Set<String> tasks, RunIds runIds) {
        this.tasks = Set.copyOf(tasks);
        this.runIds = runIds;
    }

    @Override
    public TriggerTaskResponse triggerTaskV1(String taskIdentifier, @Nullable TriggerTaskRequestBody body) {
        if (!tasks.isEmpty() && !tasks.contains(taskIdentifier)) {
            throw new NotFoundException("Task \"" + taskIdentifier + "\" not found");
        }
        TriggerTaskRequestBodyOptions options = body == null ? null : body.options();
        String idempotencyKey = options == null ? null : options.idempotencyKey();
        String id = idempotencyKey == null
                ? runIds.next()
                : runs.computeIfAbsent(new RunKey(environment(), taskIdentifier, idempotencyKey), key -> runIds.next());
        return TriggerTaskResponse.builder().id(id).build();
    }

    /** The kind of key is the environment that a run belongs to. */
    private String environment() {
        Principal caller = security == null ? null : security.getUserPrincipal();
        return caller == null ? "" : caller.getName();
    }

    /** Makes it for a server. */
    public static final class Provider implements Behaviour {
        @Override
        public Object resource(Settings settings) {
            return new TasksBehaviour(settings.tasks(), new RunIds(settings.random()));
        }
    }

    private record RunKey(String environment, String task, String idempotencyKey) {}
}
