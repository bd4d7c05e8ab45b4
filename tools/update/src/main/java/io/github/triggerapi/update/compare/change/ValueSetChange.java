package io.github.triggerapi.update.compare.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.Change.Kind;

/**
 * A change of the set of values that a place of the spec accepts. It does not say yet whether the values are sent or
 * received.
 *
 * @param removed a description of the values that are no longer accepted; empty if there are none
 * @param added a description of the values that were not accepted before; empty if there are none
 * @param toleratedByClient whether a client that was generated before the change can handle the added values
 * @param note a remark for a change that leaves the set of values as it is; may be empty
 */
public record ValueSetChange(
        Kind kind,
        String pointer,
        String what,
        JsonNode before,
        JsonNode after,
        String removed,
        String added,
        boolean toleratedByClient,
        String note) {

    /** Returns the change between two nodes, of which at most one is missing. */
    public static ValueSetChange of(Node before, Node after, String what, String removed, String added) {
        String pointer = after.exists() ? after.pointer() : before.pointer();
        return of(pointer, before.json(), after.json(), what, removed, added);
    }

    public static ValueSetChange of(
            String pointer, JsonNode before, JsonNode after, String what, String removed, String added) {
        Kind kind = before.isMissingNode() ? Kind.ADDED : after.isMissingNode() ? Kind.REMOVED : Kind.CHANGED;
        return new ValueSetChange(kind, pointer, what, before, after, removed, added, false, "");
    }

    /**
     * Returns the change of a flag.
     *
     * @param set the new value
     * @param forbidden a description of the values that are only accepted if the flag is not set
     */
    public static ValueSetChange ofFlag(String pointer, boolean set, String what, String forbidden) {
        return of(
                pointer,
                BooleanNode.valueOf(!set),
                BooleanNode.valueOf(set),
                what,
                set ? forbidden : "",
                set ? "" : forbidden);
    }

    public static ValueSetChange ofAdded(Node after, String what, String removed, String added) {
        return of(after.pointer(), MissingNode.getInstance(), after.json(), what, removed, added);
    }

    public static ValueSetChange ofRemoved(Node before, String what, String removed, String added) {
        return of(before.pointer(), before.json(), MissingNode.getInstance(), what, removed, added);
    }

    public ValueSetChange withPointer(String other) {
        return new ValueSetChange(kind, other, what, before, after, removed, added, toleratedByClient, note);
    }

    public ValueSetChange withAdded(String other) {
        return new ValueSetChange(kind, pointer, what, before, after, removed, other, toleratedByClient, note);
    }

    public ValueSetChange asToleratedByClient() {
        return new ValueSetChange(kind, pointer, what, before, after, removed, added, true, note);
    }

    public ValueSetChange withNote(String other) {
        return new ValueSetChange(kind, pointer, what, before, after, removed, added, toleratedByClient, other);
    }
}
