package io.github.triggerapi.contract.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what does not agree, each once. */
final class Findings {

    private final Set<Finding> found = new LinkedHashSet<>();

    void add(GeneratedArtifact side, Location place, String message) {
        found.add(new Finding(side, place.text(), place.pointers(), message));
    }

    void expect(boolean holds, GeneratedArtifact side, Location place, String message) {
        if (!holds) {
            add(side, place, message);
        }
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
