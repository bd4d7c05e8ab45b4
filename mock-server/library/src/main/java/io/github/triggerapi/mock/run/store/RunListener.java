package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/** Is notified of each change of each run. */
@FunctionalInterface
public interface RunListener {
    /**
     * Called when a run was created or changed. The changes of a run are delivered in their order, each once, soon
     * after they were made, on threads that have other work: this method must not block. Its exceptions are logged and
     * have no effect.
     *
     * @param run the run after the change
     */
    void changed(Run run);
}
