package io.github.triggerapi.update.compare.change;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.update.compare.change.Change.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes found so far. What is found twice, a shared answer by two operations say, is one change. */
public final class ChangeCollector {

    /** The keywords of a schema on which its Java type depends, the likeliest first. */
    private static final List<String> OF_CODE = Arrays.stream(SchemaKeyword.values())
            .filter(SchemaKeyword::affectsType)
            .map(SchemaKeyword::keyword)
            .toList();

    private final Map<String, Change> changes = new LinkedHashMap<>();

    public void add(ValueSetChange values, Set<Direction> directions) {
        add(values, directions, directions);
    }

    /** A difference of values that went some ways before, and maybe others after. */
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
     * What code loses: a reason more for the change that is its cause, or a change of its own.
     *
     * @param pointers where the cause may be, the likeliest first
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

    /** Whether there is a change of a place, or of a keyword there. */
    public boolean has(String pointer) {
        return changes.values().stream().anyMatch(change -> {
            String its = change.pointer();
            return its.equals(pointer) || its.startsWith(pointer + "/");
        });
    }

    /** Whether there is a change of just that place. */
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

    /** The key of the change that is the cause of what happens at a place; empty where there is none. */
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
            // What is new is hardly the reason why something is gone.
            return change.kind() == Kind.REMOVED ? 0 : change.kind() == Kind.CHANGED ? 1 : 2;
        }
        if (change.kind() == Kind.REMOVED && pointer.startsWith(its + "/")) {
            return 3;
        }
        if (its.startsWith(pointer + "/")) {
            // What is in arrays and maps counts as that in which it is.
            String rest = its.substring(pointer.length() + 1)
                    .replaceFirst("^((items|additionalProperties|(allOf|oneOf|anyOf)/0)/)+(?=.)", "");
            String[] steps = rest.split("/");
            int keyword = OF_CODE.indexOf(steps[0]);
            boolean own = steps.length == 1 || steps.length == 2 && !steps[0].equals("properties");
            return own && keyword >= 0 ? 4 + keyword : Integer.MAX_VALUE;
        }
        return pointer.startsWith(its + "/schema") && change.effect() != Effect.NONE ? 50 : Integer.MAX_VALUE;
    }

    /** In the order of the new document, operations and components first; what is gone last, in that of the old. */
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
