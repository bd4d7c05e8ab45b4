package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.Change.Kind;

/**
 * A difference of which values fit, before it is known which way they go.
 *
 * @param lost the values that no longer fit, in words; empty where there are none
 * @param gained the values that fit now and did not before, likewise
 * @param borne whether a client that does not know them yet bears those that are gained
 * @param note what there is to say where the values that fit are the same
 */
record Shift(
        Kind kind,
        String pointer,
        String what,
        JsonNode before,
        JsonNode after,
        String lost,
        String gained,
        boolean borne,
        String note) {

    /** A difference between two places, of which at most one is missing. */
    static Shift of(Node before, Node after, String what, String lost, String gained) {
        return after.exists()
                ? at(after.pointer(), before.json(), after.json(), what, lost, gained)
                : at(before.pointer(), before.json(), after.json(), what, lost, gained);
    }

    static Shift at(String pointer, JsonNode before, JsonNode after, String what, String lost, String gained) {
        Kind kind = before.isMissingNode() ? Kind.ADDED : after.isMissingNode() ? Kind.REMOVED : Kind.CHANGED;
        return new Shift(kind, pointer, what, before, after, lost, gained, false, "");
    }

    static Shift added(Node after, String what, String lost, String gained) {
        return at(after.pointer(), MissingNode.getInstance(), after.json(), what, lost, gained);
    }

    static Shift removed(Node before, String what, String lost, String gained) {
        return at(before.pointer(), before.json(), MissingNode.getInstance(), what, lost, gained);
    }

    Shift at(String place) {
        return new Shift(kind, place, what, before, after, lost, gained, borne, note);
    }

    Shift gaining(String values) {
        return new Shift(kind, pointer, what, before, after, lost, values, borne, note);
    }

    Shift borneByClients() {
        return new Shift(kind, pointer, what, before, after, lost, gained, true, note);
    }

    Shift noted(String text) {
        return new Shift(kind, pointer, what, before, after, lost, gained, borne, text);
    }
}
