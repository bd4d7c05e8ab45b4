package io.github.triggerapi.mock.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a store in memory, by id and by number. Whoever reads needs no lock. */
final class Table {
    private final Map<String, Run> byId = new ConcurrentHashMap<>();
    private final NavigableMap<Long, String> byNumber = new ConcurrentSkipListMap<>();

    int size() {
        return byId.size();
    }

    @Nullable
    Run find(String id) {
        return byId.get(id);
    }

    /** Takes in a run, or what became of one. */
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

    /** The number of the latest run, 0 when there is none. */
    long lastNumber() {
        return byNumber.isEmpty() ? 0 : byNumber.lastKey();
    }

    Stream<Run> inOrder() {
        return byNumber.values().stream().map(byId::get).filter(Objects::nonNull);
    }

    Page list(RunFilter filter, @Nullable String after, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be 1 or more: " + size);
        }
        List<Run> runs = new ArrayList<>();
        for (String id : byNumber.tailMap(number(after), false).values()) {
            Run run = byId.get(id);
            if (run != null && filter.matches(run)) {
                if (runs.size() == size) {
                    return Page.of(runs, String.valueOf(runs.get(size - 1).number()));
                }
                runs.add(run);
            }
        }
        return Page.of(runs, null);
    }

    private static long number(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after must be the next of a page: " + after, e);
        }
    }
}
