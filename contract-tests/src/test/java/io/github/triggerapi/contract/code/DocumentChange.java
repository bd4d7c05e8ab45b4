package io.github.triggerapi.contract.code;

import java.util.List;
import java.util.function.Supplier;

/**
 * A way to change the document in use.
 *
 * @param changed makes the change in the first location that fits; skips the test where there is none
 */
record DocumentChange(String name, Supplier<Changed> changed) {

    /**
     * What became of the document.
     *
     * @param document its text
     * @param named what a finding has to say to have named the location
     */
    record Changed(String document, List<String> named) {}
}
