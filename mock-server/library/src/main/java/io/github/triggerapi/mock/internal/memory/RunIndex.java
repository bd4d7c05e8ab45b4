package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.store.Page;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds runs by id and by number. Reading needs no lock. */
final class RunIndex {
    private final Map<String, Run> byId = new ConcurrentHashMap<>();
    private final NavigableMap<Long, String> byNumber = new ConcurrentSkipListMap<>();

    int size() {
        return byId.size();
    }

    @Nullable
    Run find(String id) {
        return byId.get(id);
    }

    /** Adds a run, or replaces its earlier version. */
    void put(Run run) {
        if (byId.put(run.id(), run) == null) {
            byNumber.put(run.number(), run.id());
        }
    }

    void remove(Run run) {
        byNumber.remove(run.number());
        byId.remove(run.id());
    }

    void clear() {
        byNumber.clear();
        byId.clear();
    }

    /** Returns the number of the latest run, 0 if there is none. */
    long lastNumber() {
        return byNumber.isEmpty() ? 0 : byNumber.lastKey();
    }

    Stream<Run> inOrder() {
        return runs(byNumber);
    }

    Page list(RunFilter filter, @Nullable String after, int size) {
        return Page.of(number -> runs(byNumber.tailMap(number, false)), filter, after, size);
    }

    Page listLatest(RunFilter filter, @Nullable String before, int size) {
        return Page.latest(number -> runs(byNumber.headMap(number, false).descendingMap()), filter, before, size);
    }

    private Stream<Run> runs(Map<Long, String> some) {
        return some.values().stream().map(byId::get).filter(Objects::nonNull);
    }
}
