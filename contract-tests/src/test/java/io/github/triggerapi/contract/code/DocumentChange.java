package io.github.triggerapi.contract.code;

import java.util.List;
import java.util.function.Supplier;

/**
 * A change of the document in use.
 *
 * @param changed changes the first matching element; skips the test if there is none
 */
record DocumentChange(String name, Supplier<Changed> changed) {

    /**
     * A changed document.
     *
     * @param document the text of the document
     * @param named the strings that a finding must contain to name the location
     */
    record Changed(String document, List<String> named) {}
}
