package io.github.triggerapi.contract.code;

import java.util.List;
import java.util.Locale;

/**
 * A disagreement between the spec and the generated code.
 *
 * @param artifact the artifact that contains the code
 * @param label a readable location
 * @param pointers the JSON Pointers of the location; a reference precedes its target
 * @param message what was found and what was expected
 */
public record Finding(GeneratedArtifact artifact, String label, List<String> pointers, String message) {

    @Override
    public String toString() {
        String location = pointers.contains(label) ? label : label + " (" + String.join(" > ", pointers) + ")";
        return artifact.name().toLowerCase(Locale.ROOT) + ": " + location + ": " + message;
    }
}
