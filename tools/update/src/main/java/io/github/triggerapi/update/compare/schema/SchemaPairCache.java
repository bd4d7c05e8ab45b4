package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What pairs of schemas differ in, each looked for once, however they refer to one another.
 *
 * <p>A pair that is met again while it is looked at adds nothing. What was found of others meanwhile may lack what that
 * pair differs in, so it holds until that pair is done, and no longer.
 */
final class SchemaPairCache {

    /** What was found, and the outermost pair, by its depth, that was not yet done then. */
    private record Partial(List<ValueSetChange> changes, int lacks) {}

    private static final int NOTHING = Integer.MAX_VALUE;

    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, Partial> partial = new HashMap<>();
    private final Map<String, List<ValueSetChange>> whole = new HashMap<>();
    private int lacks = NOTHING;

    /** To be called when what counts as the same has changed. */
    void forget() {
        whole.clear();
    }

    /**
     * The differences of a pair.
     *
     * @param name what a value is called in them
     * @param comparison finds them if they are not known
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
