package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Caches the differences of pairs of schemas, which may refer to one another recursively.
 *
 * <p>A pair that is reached again during its own comparison adds no differences. The results of other pairs that were
 * compared meanwhile may be incomplete, so they are only reused until the comparison of that pair ends.
 */
final class SchemaPairCache {

    /** Incomplete differences, and the depth of the outermost pair that they depend on. */
    private record Partial(List<ValueSetChange> changes, int lacks) {}

    private static final int NOTHING = Integer.MAX_VALUE;

    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Partial> partial = new HashMap<>();
    private final Map<String, List<ValueSetChange>> whole = new HashMap<>();
    private int lacks = NOTHING;

    /** Clears the cache after a schema was identified with another. */
    void forget() {
        whole.clear();
    }

    /**
     * Returns the differences of a pair.
     *
     * @param name the name of a value in descriptions in them
     * @param comparison finds the differences if they are not cached
     */
    List<ValueSetChange> of(String pair, String name, Consumer<Consumer<ValueSetChange>> comparison) {
        if (open.containsKey(pair)) {
            lacks = Math.min(lacks, open.get(pair));
            return List.of();
        }
        if (partial.containsKey(pair)) {
            lacks = Math.min(lacks, partial.get(pair).lacks());
            return partial.get(pair).changes();
        }
        String key = pair + " " + name;
        List<ValueSetChange> known = whole.get(key);
        return known != null ? known : find(pair, key, comparison);
    }

    private List<ValueSetChange> find(String pair, String key, Consumer<Consumer<ValueSetChange>> comparison) {
        int outer = lacks;
        int depth = open.size();
        List<ValueSetChange> changes = new ArrayList<>();
        lacks = NOTHING;
        open.put(pair, depth);
        comparison.accept(changes::add);
        open.remove(pair);
        if (lacks >= depth) {
            partial.values().removeIf(inner -> inner.lacks() >= depth);
            whole.put(key, changes);
            lacks = outer;
        } else {
            int its = lacks;
            partial.replaceAll((p, inner) -> inner.lacks() > its ? new Partial(inner.changes(), its) : inner);
            partial.put(pair, new Partial(changes, its));
            lacks = Math.min(outer, its);
        }
        return changes;
    }
}
