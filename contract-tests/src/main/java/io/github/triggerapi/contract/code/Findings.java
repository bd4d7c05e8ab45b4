package io.github.triggerapi.contract.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings without duplicates. */
final class Findings {

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(GeneratedArtifact artifact, Location location, String message) {
        found.add(new Finding(artifact, location.label(), location.pointers(), message));
    }

    void expect(boolean holds, GeneratedArtifact artifact, Location location, String message) {
        if (!holds) {
            add(artifact, location, message);
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
