package io.github.triggerapi.contract.code;

import java.util.List;
import java.util.Locale;

/**
 * Something in which the document and the code do not agree.
 *
 * @param side whose code it is
 * @param text the place as people read it
 * @param pointers the place as JSON pointers, that of a reference before that of its target
 * @param message what is there, and what was expected
 */
public record Finding(GeneratedArtifact side, String text, List<String> pointers, String message) {

    @Override
    public String toString() {
        String place = pointers.contains(text) ? text : text + " (" + String.join(" > ", pointers) + ")";
        return side.name().toLowerCase(Locale.ROOT) + ": " + place + ": " + message;
    }
}
