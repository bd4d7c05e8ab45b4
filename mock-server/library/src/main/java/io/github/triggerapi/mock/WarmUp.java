package io.github.triggerapi.mock;

import io.github.triggerapi.mock.document.Operation;
import io.github.triggerapi.mock.document.Operations;
import io.github.triggerapi.mock.http.Api;
import io.github.triggerapi.mock.message.Answer;
import io.github.triggerapi.mock.run.MemoryRunStore;
import io.github.triggerapi.mock.run.RunEngine;
import java.util.List;

/**
 * Answers some requests that nobody sent, to no effect, while the command line is read and the network made ready. Much of
 * what an answer needs takes long only the first time, and most computers can do two things at once.
 */
final class WarmUp {
    static final List<String> BODIES = List.of("{}", "{\"payload\":{\"a\":[1]}}", "[]");
    static final String AUTHORIZATION = "Bearer tr_dev_1";

    private WarmUp() {}

    /** Begins, and does not hold up the end of the program. */
    static void begin() {
        Thread thread = new Thread(WarmUp::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            answers();
        } catch (RuntimeException | LinkageError e) {
            // Whatever it is, the server that starts meanwhile will have it, too, and say so.
        }
    }

    /** What was answered. */
    static List<Answer> answers() {
        MockServerBuilder builder = MockServer.builder();
        try (RunEngine engine = builder.engine(new MemoryRunStore())) {
            Api api = MockServer.api(builder, MockServer.settings(builder, engine));
            return Operations.of(builder.document).stream()
                    .filter(api.resources()::has)
                    .flatMap(operation -> BODIES.stream()
                            .map(body -> api.answer(operation.method(), path(operation), AUTHORIZATION, body)))
                    .toList();
        }
    }

    /** The path of an operation, with something for each variable. */
    static String path(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", "t");
    }
}
