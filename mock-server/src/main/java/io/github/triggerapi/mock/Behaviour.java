package io.github.triggerapi.mock;

import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Answers operations of the document by code of its own, where an answer drawn from the document would not do.
 *
 * <p>The server takes every one that {@link java.util.ServiceLoader} finds.
 */
public interface Behaviour {
    /**
     * Makes a JAX-RS resource that implements interfaces of the stubs. The methods that it overrides answer their
     * operations; the others of those interfaces are answered from the document.
     */
    Object resource(Settings settings);

    /**
     * What a server gives its behaviours.
     *
     * @param tasks the identifiers of the tasks that exist; when empty, every task exists
     * @param random what ids are made from; safe for use by many threads
     * @param runs to be told of each run that is made; safe for use by many threads
     */
    record Settings(Set<String> tasks, RandomGenerator random, Consumer<Run> runs) {
        /** Keeps a copy of the tasks. */
        public Settings {
            tasks = Set.copyOf(tasks);
        }
    }
}
