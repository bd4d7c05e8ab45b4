package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of change.
 *
 * @param name a description
 * @param at the kind of element that it changes
 * @param prose whether the change only affects human readers
 * @param changes returns the changes of an element
 */
record Operator(String name, Kind at, boolean prose, Function<MutationPoint, List<Change>> changes) {

    static Operator contractChange(String name, Kind at, Function<MutationPoint, List<Change>> changes) {
        return new Operator(name, at, false, changes);
    }

    static Operator proseChange(String name, Kind at, Function<MutationPoint, List<Change>> changes) {
        return new Operator(name, at, true, changes);
    }
}
