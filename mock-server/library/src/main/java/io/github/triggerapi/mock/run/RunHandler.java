package io.github.triggerapi.mock.run;

import org.jspecify.annotations.Nullable;

/** Does the work of a task, on one of the threads that are there for it. */
@FunctionalInterface
public interface RunHandler {
    /**
     * Executes a run.
     *
     * @return the output, which Jackson must be able to write; null for none
     * @throws Exception the run fails with its message
     */
    @Nullable
    Object handle(Run run) throws Exception;
}
