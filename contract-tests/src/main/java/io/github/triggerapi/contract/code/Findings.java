package io.github.triggerapi.contract.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings about an artifact, without duplicates. */
final class Findings {

    private final GeneratedArtifact artifact;
    private final Set<Finding> found = new LinkedHashSet<>();
    private final NotExpressed notExpressed = new NotExpressed();

    Findings(GeneratedArtifact artifact) {
        this.artifact = artifact;
    }

    GeneratedArtifact artifact() {
        return artifact;
    }

    void add(Location location, String message) {
        found.add(new Finding(artifact, location.label(), location.pointers(), message));
    }

    void expect(boolean holds, Location location, String message) {
        if (!holds) {
            add(location, message);
        }
    }

    /** Returns the parts of the document that the artifact does not express, for additions. */
    NotExpressed notExpressed() {
        return notExpressed;
    }

    int count() {
        return found.size();
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
