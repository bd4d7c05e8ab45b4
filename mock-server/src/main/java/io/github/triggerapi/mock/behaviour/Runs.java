package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.Run;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runs of a server, each made once whatever the number of requests for it. */
final class Runs {
    private final RunIds ids;
    private final Consumer<Run> made;
    private final Map<Key, String> byIdempotencyKey = new ConcurrentHashMap<>();
    private final RecentRequests requests;

    /** @param made is told of every new run */
    Runs(RunIds ids, Consumer<Run> made, RecentRequests requests) {
        this.ids = ids;
        this.made = made;
        this.requests = requests;
    }

    /**
     * The id of the run that a request is for.
     *
     * @param idempotencyKey the user's name for the run, null when it has none
     * @param requestKey the same for all tries of one request, null when the caller does not tell
     */
    String trigger(String environment, String task, @Nullable String idempotencyKey, @Nullable String requestKey) {
        Supplier<String> run = () -> idempotencyKey == null
                ? make(environment, task)
                : byIdempotencyKey.computeIfAbsent(
                        new Key(environment, task, idempotencyKey), key -> make(environment, task));
        return requestKey == null ? run.get() : requests.answer(new Key(environment, task, requestKey), run);
    }

    private String make(String environment, String task) {
        Run run = new Run(ids.next(), task, environment);
        made.accept(run);
        return run.id();
    }

    /** The same key means another run in another environment or of another task. */
    record Key(String environment, String task, String value) {}
}
