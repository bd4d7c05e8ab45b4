package io.github.triggerapi.update.compare.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.update.compare.change.Change.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects changes. A change that is found twice, such as that of a shared response, is added once. */
public final class ChangeCollector {

    /** The keywords of a schema on which its Java type depends, the most likely cause first. */
    private static final List<String> OF_CODE = Arrays.stream(SchemaKeyword.values())
            .filter(SchemaKeyword::affectsType)
            .map(SchemaKeyword::keyword)
            .toList();

    private final Map<String, Change> changes = new LinkedHashMap<>();

    public void add(ValueSetChange values, Set<Direction> directions) {
        add(values, directions, directions);
    }

    /** Adds a change of values whose directions may have changed as well. */
    public void add(ValueSetChange values, Set<Direction> before, Set<Direction> after) {
        VerdictPair verdicts = VerdictPair.of(values, before, after);
        add(values.kind(), values.pointer(), values.what(), values.before(), values.after(), verdicts);
    }

    public void add(Node before, Node after, String what, VerdictPair verdicts) {
        ValueSetChange values = ValueSetChange.of(before, after, what, "", "");
        add(values.kind(), values.pointer(), what, values.before(), values.after(), verdicts);
    }

    public void add(Kind kind, String pointer, String what, JsonNode before, JsonNode after, VerdictPair verdicts) {
        Change change = new Change(
                kind,
                pointer,
                what,
                JsonFormat.text(before),
                JsonFormat.text(after),
                verdicts.callers(),
                verdicts.implementers());
        changes.merge(key(change), change, (one, other) -> with(one, verdicts));
    }

    /**
     * Adds an effect on generated code to the change that causes it, or as a change of its own.
     *
     * @param pointers the places where the cause may be, the most likely first
     */
    public void addCode(List<String> pointers, String what, VerdictPair verdicts) {
        for (String pointer : pointers) {
            String key = keyAt(pointer);
            if (!key.isEmpty()) {
                changes.computeIfPresent(key, (k, change) -> with(change, verdicts));
                return;
            }
        }
        Change change = new Change(
                Kind.CHANGED,
                pointers.get(pointers.size() - 1),
                what,
                "",
                "",
                verdicts.callers(),
                verdicts.implementers());
        changes.merge(key(change), change, (one, other) -> with(one, verdicts));
    }

    /** Returns whether there is a change at or below a place. */
    public boolean has(String pointer) {
        return changes.values().stream().anyMatch(change -> JsonPointers.isWithin(change.pointer(), pointer));
    }

    /** Returns whether there is a change exactly at a place. */
    public boolean isAt(String pointer) {
        return changes.values().stream().anyMatch(change -> change.pointer().equals(pointer));
    }

    private static Change with(Change change, VerdictPair verdicts) {
        VerdictPair both = new VerdictPair(change.callers(), change.implementers()).and(verdicts);
        return new Change(
                change.kind(),
                change.pointer(),
                change.what(),
                change.before(),
                change.after(),
                both.callers(),
                both.implementers());
    }

    private static String key(Change change) {
        return change.pointer() + " " + change.kind() + " " + change.what();
    }

    /** Returns the key of the change that most likely affects the Java type at a place; empty if there is none. */
    private String keyAt(String pointer) {
        String best = "";
        int rank = Integer.MAX_VALUE;
        for (Map.Entry<String, Change> entry : changes.entrySet()) {
            int its = rank(entry.getValue(), pointer);
            if (its < rank) {
                rank = its;
                best = entry.getKey();
            }
        }
        return best;
    }

    private static int rank(Change change, String pointer) {
        String its = change.pointer();
        if (its.equals(pointer)) {
            // An addition is hardly the cause of a removal.
            return change.kind() == Kind.REMOVED ? 0 : change.kind() == Kind.CHANGED ? 1 : 2;
        }
        if (change.kind() == Kind.REMOVED && pointer.startsWith(its + "/")) {
            return 3;
        }
        if (its.startsWith(pointer + "/")) {
            // A change of items or values counts as one of the array or map.
            String rest = its.substring(pointer.length() + 1)
                    .replaceFirst("^((items|additionalProperties|(allOf|oneOf|anyOf)/0)/)+(?=.)", "");
            String[] steps = rest.split("/");
            int keyword = OF_CODE.indexOf(steps[0]);
            boolean own = steps.length == 1 || steps.length == 2 && !steps[0].equals("properties");
            // Otherwise any change below is the cause if it has an effect.
            return own && keyword >= 0 ? 4 + keyword : change.severity() == Severity.NONE ? Integer.MAX_VALUE : 60;
        }
        return pointer.startsWith(its + "/schema") && change.severity() != Severity.NONE ? 50 : Integer.MAX_VALUE;
    }

    /** Returns the changes in the order of the new revision, operations first, and then removals in the order of the old one. */
    public List<Change> inOrder(DocumentOrder before, DocumentOrder after) {
        return changes.values().stream()
                .sorted(Comparator.<Change>comparingInt(c -> c.kind() == Kind.REMOVED ? 1 : 0)
                        .thenComparingInt(c -> section(c.pointer()))
                        .thenComparingInt(c -> (c.kind() == Kind.REMOVED ? before : after).of(c.pointer())))
                .toList();
    }

    private static int section(String pointer) {
        return pointer.startsWith("#/paths/") ? 0 : pointer.startsWith("#/components/") ? 1 : 2;
    }
}
