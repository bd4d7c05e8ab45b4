package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.mutation.MessageDirections.Direction;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import java.util.Set;

/**
 * Two revisions of a document that differ in one element.
 *
 * @param allDirections the directions in which elements of the old revision are sent
 */
record RevisionPair(Mutant mutant, ObjectNode before, ObjectNode after, MessageDirections allDirections) {

    static RevisionPair of(Mutant mutant, MessageDirections directions) {
        ObjectNode before = mutant.slice().whole();
        return new RevisionPair(mutant, before, edited(mutant, before), directions);
    }

    /** Returns a changed copy of a document or a slice. */
    static ObjectNode edited(Mutant mutant, ObjectNode document) {
        ObjectNode after = document.deepCopy();
        mutant.change().edit().accept(after);
        return after;
    }

    String operator() {
        return mutant.operator().name();
    }

    /** Returns the pointer of the changed schema, parameter, message or operation. */
    String pointer() {
        return mutant.change().target().enclosing();
    }

    /** Returns the last segment of the pointer of the changed element. */
    String keyword() {
        String pointer = mutant.change().target().pointer();
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    JsonNode old() {
        return at(before, pointer());
    }

    JsonNode now() {
        return at(after, pointer());
    }

    Set<Direction> directions() {
        return allDirections.at(pointer());
    }

    static JsonNode at(JsonNode root, String pointer) {
        return root.at(pointer.substring(1));
    }

    /** Returns the keyword of the parent that contains the changed element. */
    String role() {
        String[] steps = pointer().split("/");
        String around = steps[steps.length - 2];
        return Set.of("properties", "oneOf", "anyOf", "allOf", "schemas").contains(around)
                ? around
                : steps[steps.length - 1];
    }
}
