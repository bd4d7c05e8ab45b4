package io.github.triggerapi.mock.internal.resource;

import io.github.triggerapi.mock.internal.dispatch.ResourceDispatcher;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.engine.BatchResult;
import io.github.triggerapi.mock.internal.engine.Batches;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.store.StoreException;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a server that its resources use.
 *
 * @param tasks the identifiers of the tasks that exist; if empty, every task exists
 * @param rules what requests must satisfy besides the schemas
 * @param retriesUnknown whether clients are told to retry requests for unknown runs and batches
 */
public record ResourceContext(
        Set<String> tasks,
        RunEngine engine,
        RequestRules rules,
        DocumentedResponseFactory responses,
        boolean retriesUnknown) {
    /** Creates a context without {@link #retriesUnknown}. */
    public ResourceContext(
            Set<String> tasks, RunEngine engine, RequestRules rules, DocumentedResponseFactory responses) {
        this(tasks, engine, rules, responses, false);
    }

    /** Returns the rejection of a request to retrieve a run or batch that is not known. */
    RejectedRequestException unretrievable(DocumentedOperation operation, String message) {
        return operation.unknown(rules, message, retriesUnknown ? Map.of("x-should-retry", "true") : Map.of());
    }

    /** Returns the rejection of another request for something that is not known. */
    RejectedRequestException unknown(DocumentedOperation operation, String message) {
        return operation.unknown(rules, message, Map.of());
    }

    /**
     * Creates the run that a request asks for, as {@link RunEngine#trigger} does, and records it with the HTTP request.
     *
     * @throws StoreException if there is no room for another run, or the store is unavailable; if it is not caught, the
     *     response has status 503
     */
    public TriggerResult trigger(RunRequest request) {
        TriggerResult result = engine.trigger(request);
        ResourceDispatcher.recordRun(result.run().id());
        return result;
    }

    /**
     * Creates the batch that a request asks for, as {@link Batches#trigger} does, and records its first run with the HTTP
     * request.
     */
    BatchResult triggerBatch(
            String environment, List<RunRequest> requests, @Nullable String idempotencyKey, Duration idempotencyLife) {
        BatchResult result = engine.batches().trigger(environment, requests, idempotencyKey, idempotencyLife);
        result.runs().stream()
                .findFirst()
                .ifPresent(one -> ResourceDispatcher.recordRun(one.run().id()));
        return result;
    }

    /**
     * Returns what the spec says of an operation.
     *
     * @param method the HTTP method in upper case
     * @param path the path template; the names of its variables do not matter
     */
    public DocumentedOperation operation(String method, String path) {
        return new DocumentedOperation(responses, method, path);
    }

    /** Returns what writes runs as JSON. */
    RunWriter runWriter() {
        return new RunWriter(engine.store(), engine.clock()::now);
    }
}
