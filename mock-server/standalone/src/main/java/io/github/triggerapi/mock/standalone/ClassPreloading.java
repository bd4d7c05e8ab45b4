package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.internal.http.ServedApi;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.resource.ResourceContext;
import io.github.triggerapi.mock.internal.resource.StatefulResources;
import io.github.triggerapi.mock.request.RequestRules;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Handles some requests in memory while the command line is parsed and the network is prepared. Many classes that a
 * response needs take long to load the first time, and most computers can do two things at once.
 */
final class ClassPreloading {
    static final List<String> VALID_BODIES = List.of("{}", "{\"payload\":{\"a\":[1]}}");
    static final String AUTHORIZATION = "Bearer tr_dev_1";

    private ClassPreloading() {}

    /** Begins on a daemon thread. */
    static void begin() {
        Thread thread = new Thread(ClassPreloading::run, "class-preloading");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            responses();
        } catch (RuntimeException | LinkageError e) {
            // The server that starts meanwhile fails in the same way and reports it.
        }
    }

    /** Handles the requests and returns the responses. */
    static List<MockResponse> responses() {
        Document document = Document.bundled();
        try (RunEngine engine = new RunEngine(
                new MemoryRunStore(VALID_BODIES.size()),
                EngineClock.running(),
                new SecureRandom(),
                TaskBehavior.completeAfter(Duration.ZERO),
                1)) {
            ResourceContext context =
                    new ResourceContext(Set.of(), engine, RequestRules.DOCUMENT, document.responses());
            // The first one triggers tasks, which callers do first.
            List<?> resources = List.of(StatefulResources.ALL.get(0).apply(context));
            ServedApi api = ServedApi.of(context.responses(), Set.of(), resources, Integer.MAX_VALUE);
            return document.operations().stream()
                    .filter(api.resources()::has)
                    .flatMap(operation -> VALID_BODIES.stream()
                            .map(body -> api.respond(operation.method(), path(operation), AUTHORIZATION, body)))
                    .toList();
        }
    }

    /** Returns the path of an operation, with a value for each variable. */
    static String path(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", "t");
    }
}
