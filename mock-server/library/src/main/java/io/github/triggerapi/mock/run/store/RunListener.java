package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;

/** Is told of each change of each run. */
@FunctionalInterface
public interface RunListener {
    /**
     * A run was made or changed. The changes of a run come in their order, each once, one at a time, soon after they
     * happened, on threads that have other things to do: this must not wait for anything. What it throws is logged and changes nothing.
     *
     * @param run as it is since the change
     */
    void changed(Run run);
}
