package io.github.triggerapi.mock.run;

import org.jspecify.annotations.Nullable;

/** Executes the runs of a task, on a thread of the server. */
@FunctionalInterface
public interface RunHandler {
    /**
     * Executes a run.
     *
     * @return the output, which Jackson must be able to write; null for none
     * @throws Exception makes the run fail with its message
     */
    @Nullable
    Object handle(Run run) throws Exception;
}
