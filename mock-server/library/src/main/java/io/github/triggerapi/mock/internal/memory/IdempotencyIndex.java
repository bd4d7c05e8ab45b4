package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.store.StoreState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds runs by idempotency keys and by request keys. Not safe for use by several threads. */
final class IdempotencyIndex {
    private final int maxRequests;
    private final long maxRequestBytes;
    private final Map<Key, String> runs = new HashMap<>();

    /** In the order of their first attempts, in which they also expire. */
    private final Map<Key, Request> requests = new LinkedHashMap<>();

    private long requestBytes;

    /**
     * Creates an empty index.
     *
     * @param maxRequests how many request keys are kept; the oldest are removed
     * @param maxRequestBytes the memory limit of the request keys
     */
    IdempotencyIndex(int maxRequests, long maxRequestBytes) {
        this.maxRequests = maxRequests;
        this.maxRequestBytes = maxRequestBytes;
    }

    /** Returns the id of the run with an idempotency key, expired or not. */
    @Nullable
    String run(String environment, String task, String idempotencyKey) {
        return runs.get(new Key(environment, task, idempotencyKey));
    }

    void add(Run run) {
        if (run.idempotencyKey() != null) {
            runs.put(Key.of(run, run.idempotencyKey()), run.id());
        }
    }

    void remove(Run run) {
        if (run.idempotencyKey() != null) {
            // A later run may have the key now.
            runs.remove(Key.of(run, run.idempotencyKey()), run.id());
        }
    }

    /** Returns the id of the run that an earlier attempt of a request got. */
    @Nullable
    String request(Run wanted, @Nullable String key, Instant now) {
        Iterator<Map.Entry<Key, Request>> oldest = requests.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Request> entry = oldest.next();
            if (entry.getValue().expiresAt().isAfter(now)) {
                break;
            }
            requestBytes -= entry.getKey().bytes();
            oldest.remove();
        }
        Request request = key == null ? null : requests.get(Key.of(wanted, key));
        return request == null ? null : request.run();
    }

    void addRequest(Run wanted, @Nullable String key, String run, Instant expiresAt) {
        if (key != null) {
            addRequest(new Key(wanted.environment(), wanted.task(), key), new Request(run, expiresAt));
        }
    }

    void restore(Collection<StoreState.RequestKey> saved) {
        saved.forEach(one -> addRequest(
                new Key(one.environment(), one.task(), one.value()), new Request(one.run(), one.expiresAt())));
    }

    void save(StoreState.Builder state) {
        requests.forEach((key, request) ->
                state.request(key.environment(), key.task(), key.value(), request.run(), request.expiresAt()));
    }

    void clear() {
        runs.clear();
        requests.clear();
        requestBytes = 0;
    }

    private void addRequest(Key key, Request request) {
        if (requests.remove(key) == null) {
            requestBytes += key.bytes();
        }
        requests.put(key, request);
        Iterator<Key> oldest = requests.keySet().iterator();
        while (requests.size() > maxRequests || requestBytes > maxRequestBytes) {
            requestBytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** A key. It identifies different runs in different environments and tasks. */
    private record Key(String environment, String task, String value) {
        static Key of(Run run, @Nullable String value) {
            return new Key(run.environment(), run.task(), String.valueOf(value));
        }

        long bytes() {
            return value.length();
        }
    }

    private record Request(String run, Instant expiresAt) {}
}
