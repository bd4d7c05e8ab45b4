package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.change.Direction;
import io.github.triggerapi.update.compare.change.VerdictPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares each named schema, by the directions in which operations use it. */
public final class NamedSchemaComparison {

    private static final List<String> COMPOSING = List.of("$ref", "allOf", "oneOf", "anyOf");

    private final SchemaComparison schemas;
    private final ChangeCollector changes;
    private final Node old;
    private final Node now;
    private final Map<String, String> renamed = new LinkedHashMap<>();

    public NamedSchemaComparison(SchemaComparison schemas, ChangeCollector changes) {
        this.schemas = schemas;
        this.changes = changes;
        this.old = schemas.before().root().get("components").get("schemas");
        this.now = schemas.after().root().get("components").get("schemas");
    }

    /** Finds schemas that only have another name. Must be called before schemas are compared. */
    public Map<String, String> renamed() {
        for (Node gone : old.members()) {
            if (now.has(gone.key())) {
                continue;
            }
            now.members().stream()
                    .filter(fresh -> !old.has(fresh.key()) && !renamed.containsValue(fresh.pointer()))
                    .filter(fresh -> isSimilar(gone, fresh))
                    .filter(fresh -> schemas.differences(gone, fresh, "it").isEmpty())
                    .findFirst()
                    .ifPresent(fresh -> {
                        renamed.put(gone.pointer(), fresh.pointer());
                        schemas.rename(gone.pointer(), fresh.pointer());
                    });
        }
        return renamed;
    }

    /** Returns whether two schemas may be equivalent, judging by the names of their members. */
    private static boolean isSimilar(Node one, Node other) {
        boolean own = !isComposed(one) && !isComposed(other);
        return !own
                || Set.copyOf(one.get("properties").names())
                        .equals(Set.copyOf(other.get("properties").names()));
    }

    private static boolean isComposed(Node schema) {
        return COMPOSING.stream().anyMatch(schema::has)
                || !SchemaShape.types(schema).equals(List.of("object"));
    }

    /**
     * Compares them.
     *
     * @param classes the pointers of the schemas of the new revision that classes are generated from
     */
    public void compare(Set<String> classes) {
        SchemaDirections before = new SchemaDirections(schemas.before());
        SchemaDirections after = new SchemaDirections(schemas.after());
        for (Node schema : now.members()) {
            if (old.has(schema.key())) {
                Set<Direction> was = before.of(schema.pointer());
                Set<Direction> is = after.of(schema.pointer());
                schemas.compare(old.get(schema.key()), schema, schema.key(), change -> changes.add(change, was, is));
            } else if (!renamed.containsValue(schema.pointer())) {
                changes.add(
                        old.get(schema.key()),
                        schema,
                        "schema " + schema.key(),
                        classes.contains(schema.pointer())
                                ? VerdictPair.compatible("a class was added")
                                : VerdictPair.NONE);
            }
        }
        for (Node schema : old.members()) {
            String name = renamed.get(schema.pointer());
            if (name != null) {
                changes.add(
                        schema,
                        schemas.after().at(name),
                        "name of the schema " + schema.key() + ", now "
                                + schemas.after().at(name).key(),
                        VerdictPair.NONE);
            } else if (!now.has(schema.key())) {
                changes.add(schema, now.get(schema.key()), "schema " + schema.key(), VerdictPair.NONE);
            }
        }
    }
}
