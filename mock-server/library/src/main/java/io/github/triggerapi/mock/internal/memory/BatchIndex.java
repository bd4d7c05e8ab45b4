package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.run.Batch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds batches by id and by idempotency key; the oldest are removed. Not safe for use by several threads. */
final class BatchIndex {
    private final int maxBatches;
    private final long maxBytes;
    private final Map<String, Batch> byId = new LinkedHashMap<>();

    /** The ids by environment and idempotency key. */
    private final Map<List<String>, String> byKey = new HashMap<>();

    private long bytes;

    BatchIndex(int maxBatches, long maxBytes) {
        this.maxBatches = maxBatches;
        this.maxBytes = maxBytes;
    }

    Collection<Batch> inOrder() {
        return byId.values();
    }

    @Nullable
    Batch find(String id) {
        return byId.get(id);
    }

    /** Returns the batch that the key of another one belongs to at an instant. */
    @Nullable
    Batch findSame(Batch wanted, Instant now) {
        String id = wanted.idempotencyKey() == null ? null : byKey.get(key(wanted));
        Batch found = id == null ? null : byId.get(id);
        Instant expires = found == null ? null : found.idempotencyExpiresAt();
        return expires == null || expires.isAfter(now) ? found : null;
    }

    /** Adds a batch, or replaces it. */
    void put(Batch batch) {
        Batch before = byId.put(batch.id(), batch);
        bytes += batch.memoryBytes();
        if (before != null) {
            forget(before);
        }
        if (batch.idempotencyKey() != null) {
            byKey.put(key(batch), batch.id());
        }
        Iterator<Batch> oldest = byId.values().iterator();
        while (byId.size() > maxBatches || bytes > maxBytes) {
            Batch removed = oldest.next();
            oldest.remove();
            forget(removed);
        }
    }

    private void forget(Batch batch) {
        bytes -= batch.memoryBytes();
        if (batch.idempotencyKey() != null) {
            byKey.remove(key(batch), batch.id());
        }
    }

    void clear() {
        byId.clear();
        byKey.clear();
        bytes = 0;
    }

    private static List<String> key(Batch batch) {
        return List.of(batch.environment(), String.valueOf(batch.idempotencyKey()));
    }
}
