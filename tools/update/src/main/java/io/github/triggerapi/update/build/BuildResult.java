package io.github.triggerapi.update.build;

import java.util.List;

/**
 * What came of building everything from a revision.
 *
 * @param gate what the contract gate said in one line; empty if the build did not get that far
 * @param defects what is wrong with this project, not with the revision: code that does not compile though no hand wrote
 *     it, a gate that did not pass; empty where all is well
 * @param incompatibilities what the binary interfaces of the client and the stubs lost
 * @param manualEdits code by hand that does not fit the revision
 */
public record BuildResult(
        String gate, List<String> defects, List<Incompatibility> incompatibilities, List<ManualEdit> manualEdits) {

    public BuildResult {
        defects = List.copyOf(defects);
        incompatibilities = List.copyOf(incompatibilities);
        manualEdits = List.copyOf(manualEdits);
    }

    /**
     * Something that code which was compiled or written before can no longer use.
     *
     * @param artefact {@code client} or {@code server-stubs}
     * @param element the class, method or field, as in {@code …model.QueueOptions#name()}
     * @param what the kind of change, as in {@code method removed}
     * @param binary whether compiled code is affected; source code is in any case
     */
    public record Incompatibility(String artefact, String element, String what, boolean binary) {}

    /**
     * A line of code that must be edited by hand.
     *
     * @param file relative to the repository, with slashes
     * @param line from 1; 0 where it is not known
     * @param message what the compiler or the test said, in one line
     */
    public record ManualEdit(String file, int line, String message) {}
}
