package io.github.triggerapi.update.build;

import java.util.List;

/**
 * The result of building and testing all modules with a revision.
 *
 * @param gate the summary of the contract gate; empty if the build failed before it
 * @param defects problems of this project, not of the revision, such as generated code that does not compile or a
 *     failed gate
 * @param incompatibilities incompatible changes of the public API of the client and the server stubs
 * @param manualEdits lines of handwritten code that do not compile or fail with the revision
 */
public record BuildResult(
        String gate, List<String> defects, List<Incompatibility> incompatibilities, List<ManualEdit> manualEdits) {

    /** The result if nothing was built. */
    public static final BuildResult SKIPPED =
            new BuildResult("not run, because nothing was built", List.of(), List.of(), List.of());

    public BuildResult {
        defects = List.copyOf(defects);
        incompatibilities = List.copyOf(incompatibilities);
        manualEdits = List.copyOf(manualEdits);
    }

    public boolean isSkipped() {
        return equals(SKIPPED);
    }

    /**
     * An incompatible change of the public API.
     *
     * @param artefact {@code client} or {@code server-stubs}
     * @param element the class, method or field, as in {@code …model.QueueOptions#name()}
     * @param what the kind of change, as in {@code method removed}
     * @param binary whether compiled code is affected; source code is in any case
     */
    public record Incompatibility(String artefact, String element, String what, boolean binary) {}

    /**
     * A line of handwritten code that must be edited.
     *
     * @param file the path relative to the repository, with slashes
     * @param line the number of the line, from 1; 0 if it is unknown
     * @param message the message of the compiler or the test, in one line
     */
    public record ManualEdit(String file, int line, String message) {}
}
