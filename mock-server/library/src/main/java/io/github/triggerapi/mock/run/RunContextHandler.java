package io.github.triggerapi.mock.run;

import org.jspecify.annotations.Nullable;

/** Executes the runs of a task as {@link RunHandler} does, and can change them meanwhile. */
@FunctionalInterface
public interface RunContextHandler {
    /**
     * Executes a run.
     *
     * @param run the run as it began to execute
     * @return the output, which Jackson must be able to write; null for none
     * @throws Exception makes the run fail with its message
     */
    @Nullable
    Object handle(Run run, RunContext context) throws Exception;
}
