package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.mutation.Directions.Way;
import io.github.triggerapi.contract.mutation.Mutants.Mutant;
import java.util.Set;

/**
 * Two revisions of a document that differ in one place.
 *
 * @param directions the directions in which the schemas of the old one are sent
 */
record OneChange(Mutant mutant, ObjectNode before, ObjectNode after, Directions directions) {

    static OneChange of(Mutant mutant, Directions directions) {
        ObjectNode before = mutant.slice().whole();
        return new OneChange(mutant, before, edited(mutant, before), directions);
    }

    /** A copy of a document, or of a slice of it, with the change in it. */
    static ObjectNode edited(Mutant mutant, ObjectNode document) {
        ObjectNode after = document.deepCopy();
        mutant.change().edit().accept(after);
        return after;
    }

    String operator() {
        return mutant.operator().name();
    }

    /** The schema, parameter, message or operation that was changed. */
    String pointer() {
        return mutant.change().target().enclosing();
    }

    /** The last part of the pointer of what was changed. */
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

    Set<Way> ways() {
        return directions.at(pointer());
    }

    static JsonNode at(JsonNode root, String pointer) {
        return root.at(pointer.substring(1));
    }

    /** The keyword by which what was changed hangs on what is around it. */
    String role() {
        String[] steps = pointer().split("/");
        String around = steps[steps.length - 2];
        return Set.of("properties", "oneOf", "anyOf", "allOf", "schemas").contains(around)
                ? around
                : steps[steps.length - 1];
    }
}
