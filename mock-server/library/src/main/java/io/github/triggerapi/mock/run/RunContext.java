package io.github.triggerapi.mock.run;

import org.jspecify.annotations.Nullable;

/** What a handler can do with the run that it executes. */
public interface RunContext {
    /** Returns the run in its current state. */
    Run run();

    /** Returns whether the run was canceled. The thread of the handler is interrupted as well, and its result is discarded. */
    boolean isCanceled();

    /**
     * Adds tags to the run, except those that it has.
     *
     * @throws RuntimeException if it would have more than 10 tags
     */
    void addTags(String... tags);

    /**
     * Sets a member of the metadata of the run.
     *
     * @param key the name of the member, or a path such as {@code $.items[0].name}
     * @param value a value that Jackson can write
     * @throws RuntimeException if the metadata would have more than 256 KiB
     */
    void setMetadata(String key, @Nullable Object value);
}
