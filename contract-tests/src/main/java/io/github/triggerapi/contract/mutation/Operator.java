package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.mutation.Site.Kind;
import java.util.List;
import java.util.function.Function;

/**
 * A way to change a document.
 *
 * @param name what it does
 * @param at where it applies
 * @param prose whether only people see the change
 * @param changes every change that it makes at a place
 */
record Operator(String name, Kind at, boolean prose, Function<Site, List<Change>> changes) {

    static Operator drift(String name, Kind at, Function<Site, List<Change>> changes) {
        return new Operator(name, at, false, changes);
    }

    static Operator prose(String name, Kind at, Function<Site, List<Change>> changes) {
        return new Operator(name, at, true, changes);
    }
}
