package io.github.triggerapi.mock.internal.resource;

import java.util.List;
import java.util.function.Function;

/** The operations that a mock server handles with code of its own. */
public final class StatefulResources {
    /** Creates each resource for a server. A new resource needs a line here. */
    public static final List<Function<ResourceContext, StatefulResource>> ALL = List.of(
            TasksResource::new,
            RunsResource::new,
            RunChangesResource::new,
            BatchesResource::new,
            SdkBatchesResource::new,
            QueuesResource::new,
            IdempotencyKeysResource::new);

    private StatefulResources() {}
}
